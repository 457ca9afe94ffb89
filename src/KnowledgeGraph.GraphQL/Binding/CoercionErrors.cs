namespace KnowledgeGraph.GraphQL.Binding;

/// <summary>Everything that can be said about a value that does not fit its type, in one place and in one voice.</summary>
internal static class CoercionErrors
{
    public static CoercionException NotMade() => new("The value cannot be taken.");

    public static CoercionException NonInteger(string value) => new($"Int cannot represent non-integer value: {value}");

    public static CoercionException NonInt32(string value) => new($"Int cannot represent non 32-bit signed integer value: {value}");

    public static CoercionException NonNumeric(string value) => new($"Float cannot represent non numeric value: {value}");

    public static CoercionException NonString(string value) => new($"String cannot represent a non string value: {value}");

    public static CoercionException NonBoolean(string value) => new($"Boolean cannot represent a non boolean value: {value}");

    public static CoercionException NonId(string value) => new($"ID cannot represent value: {value}");

    public static CoercionException NotText(string scalar, string value) => new($"{scalar} cannot represent a non string value: {value}");

    public static CoercionException BadText(string scalar, string value, string reason) => new($"{scalar} cannot represent value: {value}. {reason}");

    public static CoercionException NonEnum(string type, string value) => new($"Enum \"{type}\" cannot represent non-enum value: {value}.");

    public static CoercionException NoSuchEnumValue(string type, string value, string suggestion) =>
        new($"Value \"{value}\" does not exist in \"{type}\" enum.{suggestion}");

    public static CoercionException NullForNonNull(string type) => new($"Expected non-nullable type \"{type}\" not to be null.");

    public static CoercionException NotAnObject(string type) => new($"Expected type \"{type}\" to be an object.");

    public static CoercionException MissingField(string owner, string field, string type) =>
        new($"Field \"{owner}.{field}\" of required type \"{type}\" was not provided.");

    public static CoercionException UnknownField(string owner, string field, string suggestion) =>
        new($"Field \"{field}\" is not defined by type \"{owner}\".{suggestion}");

    public static CoercionException NotOneOf(string type) => new($"Exactly one key must be specified for OneOf type \"{type}\".");

    public static CoercionException NullInOneOf(string field) => new($"Field \"{field}\" must be non-null.");

    public static CoercionException OutputNotInt32(string value) => new($"Int cannot represent non 32-bit signed integer value: {value}");

    public static CoercionException OutputNotFinite(string value) => new($"Float cannot represent non numeric value: {value}");

    public static CoercionException OutputNotOf(string type, string value) => new($"{type} cannot represent value: {value}");

    public static CoercionException OutputNotInEnum(string type, string value) => new($"Enum \"{type}\" cannot represent value: {value}");

    public static CoercionException TooDeep(int limit) => new($"Value nests more than {limit} levels.");
}

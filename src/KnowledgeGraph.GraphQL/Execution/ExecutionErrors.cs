using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What went wrong at one field, before its path is known.</summary>
internal readonly record struct FieldFailure(string Message, string? Code);

/// <summary>Everything that execution can say, in one place and in one voice.</summary>
internal static class ExecutionErrors
{
    public const string InternalCode = "INTERNAL_SERVER_ERROR";

    public const string NegativeInitialCount = "The initialCount of @stream must not be negative.";

    public static FieldFailure NullForNonNull(FieldDefinition field) =>
        new($"Cannot return null for non-nullable field {field}.", InternalCode);

    public static FieldFailure Coercion(CoercionException exception, FieldDefinition field) => new($"{field}: {exception.Message}", InternalCode);

    public static FieldFailure UnknownRuntimeType(string type, FieldDefinition field) =>
        new($"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{field}\".", InternalCode);

    /// <summary>Only a <see cref="GraphQLException"/> is meant for the one who asks; what else broke stays inside.</summary>
    public static FieldFailure From(Exception exception, FieldDefinition field) => exception switch
    {
        GraphQLException known => new(known.Message, known.Code),
        CoercionException coercion => Coercion(coercion, field),
        AggregateException { InnerException: GraphQLException known } => new(known.Message, known.Code),
        _ => new("Internal error.", InternalCode),
    };

    public static GraphQLError NoOperation() => new("Must provide an operation.") { Code = "BAD_REQUEST" };

    public static GraphQLError OperationNameNeeded() =>
        new("Must provide operation name if query contains multiple operations.") { Code = "BAD_REQUEST" };

    public static GraphQLError UnknownOperation(string name) => new($"Unknown operation named \"{name}\".") { Code = "BAD_REQUEST" };

    public static GraphQLError NoRootType(string operation) => new($"Schema is not configured to execute {operation} operation.") { Code = "BAD_REQUEST" };

    public static GraphQLError OperationTooLarge(int limit) =>
        new($"The operation selects more than {limit} fields once its fragments are spread.") { Code = "OPERATION_TOO_LARGE" };

    public static GraphQLError OperationTooDeep(int limit) =>
        new($"The operation nests more than {limit} levels once its fragments are spread.") { Code = "OPERATION_TOO_DEEP" };

    public static GraphQLError TooManyObjects(int limit) => new($"The operation reaches more than {limit} objects.") { Code = "TOO_MANY_OBJECTS" };

    public static GraphQLError ResponseTooLarge(int limit) => new($"The response is larger than {limit} bytes.") { Code = "RESPONSE_TOO_LARGE" };

    public static GraphQLError TimedOut(TimeSpan limit) => new($"The operation took longer than {limit.TotalSeconds:0.###} seconds.") { Code = "TIMEOUT" };

    public static GraphQLError Internal() => new("Internal error.") { Code = InternalCode };
}

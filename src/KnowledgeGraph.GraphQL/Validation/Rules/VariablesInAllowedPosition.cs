using KnowledgeGraph.GraphQL.Language;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A variable is used only where its type fits.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
internal static class VariablesInAllowedPosition
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        foreach (var (operation, definition) in facts.Operations)
        {
            var defined = operation.Variables.GroupBy(variable => variable.Variable.Name.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
            foreach (var use in facts.Reached(definition).SelectMany(reached => reached.Variables))
            {
                if (use.Type is not null
                    && defined.TryGetValue(use.Node.Name.Value, out var variable)
                    && facts.Schema.TypeOf(variable.Type) is { } type
                    && Check(use, variable, type) is { } error)
                    yield return error;
            }
        }
    }

    private static GraphQLError? Check(VariableUse use, VariableDefinitionNode variable, GraphQLType type)
    {
        if (use.OneOf is not null && !type.IsNonNull)
            return ValidationErrors.NullableInOneOf(use.Node, variable, use.OneOf);

        return IsAllowed(use, variable, type) ? null : ValidationErrors.VariableInWrongPosition(use.Node, variable, use.Type!);
    }

    // IsVariableUsageAllowed(variableDefinition, variableUsage)    https://spec.graphql.org/September2025/#IsVariableUsageAllowed()
    private static bool IsAllowed(VariableUse use, VariableDefinitionNode variable, GraphQLType type)
    {
        var location = use.Type!;
        if (!location.IsNonNull || type.IsNonNull)
            return Fits(type, location);

        var hasDefault = variable.DefaultValue is not (null or NullValueNode) || use.HasDefault;
        return hasDefault && Fits(type, location.Nullable);
    }

    // AreTypesCompatible(variableType, locationType)    https://spec.graphql.org/September2025/#AreTypesCompatible()
    private static bool Fits(GraphQLType type, GraphQLType location)
    {
        if (location.IsNonNull)
            return type.IsNonNull && Fits(type.Nullable, location.Nullable);

        return (type.Nullable, location) switch
        {
            (ListType items, ListType expected) => Fits(items.ElementType, expected.ElementType),
            (ListType, _) or (_, ListType) => false,
            var (given, expected) => given == expected,
        };
    }
}

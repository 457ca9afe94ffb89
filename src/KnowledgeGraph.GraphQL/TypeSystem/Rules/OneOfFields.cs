namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The fields of a <c>@oneOf</c> input object may be left out and mean nothing when they are.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation"/>
internal static class OneOfFields
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        foreach (var type in facts.Types.Values.Where(type => facts.Schema.FindType(type.Name) is InputObjectType { IsOneOf: true }))
        {
            foreach (var field in type.InputFields)
            {
                if (facts.TypeOf(field.Type) is { IsNonNull: true })
                    yield return SchemaErrors.OneOfFieldNonNull($"{type.Name}.{field.Name}", field);
                if (field.DefaultValue is not null)
                    yield return SchemaErrors.OneOfFieldWithDefault($"{type.Name}.{field.Name}", field);
            }
        }
    }
}

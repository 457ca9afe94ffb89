namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Every type that is named is in the schema.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence"/>
internal static class KnownTypeNames
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.TypeNames
            .Where(type => facts.Schema.FindType(type.Name) is null)
            .Select(type => ValidationErrors.UnknownType(type, facts.Suggest(type.Name, facts.Schema.Types.Select(known => known.Name))));
}

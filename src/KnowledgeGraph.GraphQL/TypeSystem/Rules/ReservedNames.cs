using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>No name begins with two underscores: these are for introspection.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names"/>
internal static class ReservedNames
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts) =>
        Names(facts).Where(name => name.Value.StartsWith("__", StringComparison.Ordinal)).Select(SchemaErrors.ReservedName);

    private static IEnumerable<Name> Names(SchemaFacts facts) =>
        facts.TypeNodes.Where(node => !node.IsExtension).Select(node => node.Name)
            .Concat(facts.Directives.Select(directive => directive.Name))
            .Concat(facts.Fields.Select(field => field.Node.Name))
            .Concat(facts.InputValues.Select(value => value.Node.Name))
            .Concat(facts.Types.Values.SelectMany(type => type.Values).Select(value => value.Name));
}

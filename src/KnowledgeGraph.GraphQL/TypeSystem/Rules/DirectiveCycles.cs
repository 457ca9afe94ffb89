using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The arguments of a directive do not use the directive itself, straight or by way of other directives.</summary>
/// <remarks>
/// The specification refuses a way through the types of the arguments as well. Such schemas are in use and do no harm, since a directive
/// means nothing until something asks for it; the reference implementation and others accept them, and so do we.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation"/>
internal static class DirectiveCycles
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        var definitions = facts.Directives.GroupBy(node => node.Name.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return definitions.Values.Where(node => UsesItself(definitions, node)).Select(SchemaErrors.DirectiveCycle);
    }

    private static bool UsesItself(Dictionary<string, DirectiveDefinitionNode> definitions, DirectiveDefinitionNode start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(UsedBy(start));
        while (waiting.TryDequeue(out var name))
        {
            if (name == start.Name.Value)
                return true;
            if (!seen.Add(name) || !definitions.TryGetValue(name, out var directive))
                continue;

            foreach (var used in UsedBy(directive))
                waiting.Enqueue(used);
        }

        return false;
    }

    private static IEnumerable<string> UsedBy(DirectiveDefinitionNode node) =>
        node.Arguments.SelectMany(argument => argument.Directives).Select(directive => directive.Name.Value);
}

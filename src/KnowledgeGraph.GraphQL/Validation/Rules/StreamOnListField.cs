using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>Only a list can be streamed.</summary>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal static class StreamOnListField
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        if (!facts.PutsOff)
            yield break;

        foreach (var (node, _, definition) in facts.Fields)
        {
            if (definition is null || definition.Type.Nullable is ListType)
                continue;

            foreach (var directive in node.Directives.Where(directive => directive.Name.Value == "stream"))
                yield return ValidationErrors.StreamOfNoList(directive, definition);
        }
    }
}

using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A document to be executed holds operations and fragments only.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executable-Definitions"/>
internal static class ExecutableDefinitions
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Document.Definitions
            .Where(definition => definition is not (OperationDefinitionNode or FragmentDefinitionNode))
            .Select(definition => ValidationErrors.NotExecutable(definition, NameOf(definition)));

    // SchemaDefinitionNode is "schema", a TypeDefinitionNode or an extension is named as it prints.
    private static string NameOf(DefinitionNode definition)
    {
        var words = definition.ToString().Split([' ', '{', '(', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return words[0] is "schema" or "extend" ? words[0] : $"\"{words[Math.Min(1, words.Length - 1)]}\"";
    }
}

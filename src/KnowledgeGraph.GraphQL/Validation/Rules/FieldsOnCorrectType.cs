using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A field that is asked for is one of the type.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
internal static class FieldsOnCorrectType
{
    private const int MaxTypes = 5;

    public static IEnumerable<GraphQLError> Check(DocumentFacts facts) =>
        facts.Fields
            .Where(field => field.Parent is not null && field.Definition is null)
            .Select(field => ValidationErrors.UnknownField(field.Node, field.Parent!, Suggest(facts, field.Node.Name.Value, field.Parent!)));

    private static string Suggest(DocumentFacts facts, string name, CompositeType parent)
    {
        if (!facts.MaySuggest)
            return "";

        // On an abstract type the field may be one of the types that it stands for: an inline fragment is missing.
        var types = facts.Schema.PossibleTypes(parent).Where(type => type != parent && type.FindField(name) is not null);
        var inline = Suggestion.Sentence("to use an inline fragment on", [.. types.Take(MaxTypes).Select(type => $"\"{type}\"")]);
        return inline.Length > 0 || parent is not FieldsType fields ? inline : facts.Suggest(name, fields.Fields.Select(field => field.Name));
    }
}

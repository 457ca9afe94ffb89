namespace KnowledgeGraph.GraphQL.TypeSystem;

/// <summary>A schema cannot be made: its definition breaks a rule of the specification, or a binding does not fit it.</summary>
public sealed class SchemaException(IReadOnlyList<GraphQLError> errors)
    : Exception(string.Join(Environment.NewLine, errors.Select(Describe)))
{
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    private static string Describe(GraphQLError error) =>
        error.Locations.Count == 0 ? error.Message : $"({error.Locations[0].Line}:{error.Locations[0].Column}) {error.Message}";
}

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>A value can be written for every input object: none needs one of itself.</summary>
/// <remarks>
/// That a <c>@oneOf</c> input object all of whose fields lead back to it has no value either is not yet in the edition of September 2025.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References"/>
internal static class InputObjectCycles
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        var inputs = facts.Schema.Types.OfType<InputObjectType>().ToList();
        var search = new CycleSearch(facts, WithoutValue(inputs));
        foreach (var input in inputs)
            search.Visit(input);

        return search.Errors;
    }

    /// <summary>The types of which no value can be written down: what is left when those are taken away that need nothing but what was taken.</summary>
    private static HashSet<InputObjectType> WithoutValue(List<InputObjectType> inputs)
    {
        var without = inputs.ToHashSet();
        while (without.RemoveWhere(input => HasValue(input, without)) > 0)
        {
            // Until nothing more can be taken away.
        }

        return without;
    }

    private static bool HasValue(InputObjectType input, HashSet<InputObjectType> without) =>
        input.IsOneOf && input.Fields.Count > 0
            ? input.Fields.Any(field => !Needs(input, field, without))
            : !input.Fields.Any(field => Needs(input, field, without));

    private static bool Needs(InputObjectType input, InputValue field, HashSet<InputObjectType> without) =>
        (input.IsOneOf ? field.Type : (field.Type as NonNullType)?.Type) is InputObjectType needed && without.Contains(needed);

    private sealed class CycleSearch(SchemaFacts facts, HashSet<InputObjectType> without)
    {
        private readonly HashSet<InputObjectType> _visited = [];
        private readonly List<(InputObjectType Type, InputValue Field)> _way = [];

        public List<GraphQLError> Errors { get; } = [];

        public void Visit(InputObjectType input)
        {
            if (!without.Contains(input) || !_visited.Add(input))
                return;

            foreach (var field in input.Fields.Where(field => Needs(input, field, without)))
            {
                var target = (InputObjectType)field.Type.Named;
                _way.Add((input, field));
                var start = _way.FindIndex(step => step.Type == target);
                if (start >= 0)
                    Errors.Add(Error(target, _way[start..]));
                else
                    Visit(target);
                _way.RemoveAt(_way.Count - 1);
            }
        }

        private GraphQLError Error(InputObjectType target, List<(InputObjectType Type, InputValue Field)> cycle) => SchemaErrors.InputObjectWithoutEnd(
            target.Name,
            [.. cycle.Select(step => $"{step.Type}.{step.Field.Name}")],
            [.. cycle.Select(step => facts.Types[step.Type.Name].InputFields.First(node => node.Name.Value == step.Field.Name))]);
    }
}

using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.TypeSystem.Rules;

/// <summary>The default value of an input field, with the defaults that complete it, comes to an end.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()"/>
internal static class DefaultValueCycles
{
    public static IEnumerable<GraphQLError> Check(SchemaFacts facts)
    {
        var search = new CycleSearch();
        foreach (var input in facts.Schema.Types.OfType<InputObjectType>())
        {
            foreach (var field in input.Fields)
                search.Visit(input, field);
        }

        return search.Errors;
    }

    private sealed class CycleSearch
    {
        private readonly HashSet<InputValue> _visited = [];
        private readonly List<(InputValue Field, string Coordinate)> _way = [];

        public List<GraphQLError> Errors { get; } = [];

        /// <summary>Follows the default of a field that is not given.</summary>
        public void Visit(InputObjectType owner, InputValue field)
        {
            if (field.DefaultValue is not { } value || field.Type.Named is not InputObjectType type)
                return;

            var start = _way.FindIndex(step => step.Field == field);
            if (start >= 0)
            {
                var cycle = _way[start..];
                Errors.Add(SchemaErrors.DefaultValueCycle([.. cycle.Select(step => step.Coordinate)], [.. cycle.Select(step => step.Field.DefaultValue!)]));
            }
            else if (_visited.Add(field))
            {
                _way.Add((field, $"{owner}.{field.Name}"));
                Complete(type, value);
                _way.RemoveAt(_way.Count - 1);
            }
        }

        private void Complete(InputObjectType type, ValueNode value)
        {
            if (value is ListValueNode list)
            {
                foreach (var item in list.Values)
                    Complete(type, item);
            }
            else if (value is ObjectValueNode @object)
            {
                foreach (var field in type.Fields)
                {
                    if (@object.Fields.FirstOrDefault(given => given.Name.Value == field.Name) is not { } given)
                        Visit(type, field);
                    else if (field.Type.Named is InputObjectType inner)
                        Complete(inner, given.Value);
                }
            }
        }
    }
}

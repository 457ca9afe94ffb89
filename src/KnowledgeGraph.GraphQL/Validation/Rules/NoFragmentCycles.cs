using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Validation.Rules;

/// <summary>A fragment does not spread itself, straight or through others.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles"/>
internal static class NoFragmentCycles
{
    public static IEnumerable<GraphQLError> Check(DocumentFacts facts)
    {
        // Depth first with a stack of our own: a chain of fragments may be as long as the document.
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, _) in facts.Fragments)
        {
            if (finished.Contains(start.Name.Value))
                continue;

            var way = new List<FragmentSpreadNode>();
            var depthOf = new Dictionary<string, int>(StringComparer.Ordinal) { [start.Name.Value] = 0 };
            var stack = new Stack<(string Name, IEnumerator<FragmentSpreadNode> Spreads)>();
            stack.Push((start.Name.Value, SpreadsOf(facts, start.Name.Value)));
            while (stack.TryPeek(out var top))
            {
                if (!top.Spreads.MoveNext())
                {
                    stack.Pop();
                    finished.Add(top.Name);
                    depthOf.Remove(top.Name);
                    if (way.Count > 0)
                        way.RemoveAt(way.Count - 1);

                    continue;
                }

                var spread = top.Spreads.Current;
                var name = spread.Name.Value;
                if (depthOf.TryGetValue(name, out var depth))
                {
                    yield return ValidationErrors.FragmentCycle(name, [.. way.Skip(depth), spread]);
                }
                else if (!finished.Contains(name) && facts.FragmentsByName.ContainsKey(name))
                {
                    depthOf[name] = stack.Count;
                    way.Add(spread);
                    stack.Push((name, SpreadsOf(facts, name)));
                }
            }
        }
    }

    private static IEnumerator<FragmentSpreadNode> SpreadsOf(DocumentFacts facts, string name) =>
        ((IEnumerable<FragmentSpreadNode>)facts.FragmentsByName[name].Facts.Spreads).GetEnumerator();
}

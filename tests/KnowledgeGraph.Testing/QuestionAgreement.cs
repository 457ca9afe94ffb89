using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;

namespace KnowledgeGraph.Testing;

/// <summary>Asks random questions of random histories in several ways, and tells where an answer is not that of <see cref="ReferenceAnswers"/>.</summary>
public static class QuestionAgreement
{
    private const int Writes = 10;
    private const int QuestionsAWrite = 4;

    /// <param name="seed">Which history.</param>
    /// <param name="stores">The stores that are written to; all say the same.</param>
    /// <param name="ways">The ways that the questions are asked, by name.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>The differences; none is what is wanted.</returns>
    public static async Task<IReadOnlyList<string>> CompareAsync(
        int seed, IReadOnlyList<IGraphStore> stores, IReadOnlyDictionary<string, IAdjacency> ways, CancellationToken cancellationToken)
    {
        var history = new RandomHistory(seed);
        var differences = new List<string>();
        for (var write = 0; write < Writes; write++)
        {
            await history.WriteAsync(stores, cancellationToken);
            var reference = await ReferenceAnswers.ReadAsync(stores[0], cancellationToken);
            for (var question = 0; question < QuestionsAWrite; question++)
            {
                var (name, expected, ask) = Question(history, reference, cancellationToken);
                foreach (var (way, adjacency) in ways)
                {
                    var said = await ask(adjacency);
                    if (said != expected)
                        differences.Add($"Seed {seed}, write {write}, {way}: {name} is said to be '{said}', not '{expected}'.");
                }
            }
        }

        return differences;
    }

    private static (string Name, string Expected, Func<IAdjacency, Task<string>> Ask) Question(
        RandomHistory history, ReferenceAnswers reference, CancellationToken cancellationToken)
    {
        var (one, other, filter) = (history.Anybody(), history.Anybody(), history.Filter());
        switch (history.Next(4))
        {
            case 0:
                var person = history.SomePerson();
                return (
                    $"who met {person.Name}",
                    reference.WhoMet(person.Id, filter),
                    async way => ReferenceAnswers.Say(await WhoMet.AskAsync(way, person.Id, filter, EntityType.Person, 100, cancellationToken)));
            case 1:
                var (count, hops) = (1 + history.Next(8), 1 + history.Next(5));
                return (
                    $"{count} paths of {hops} hops from {one.Name} to {other.Name}",
                    reference.Paths(one.Id, other.Id, count, hops, filter),
                    async way => ReferenceAnswers.Say(await Paths.AskAsync(way, one.Id, other.Id, count, hops, [], filter, cancellationToken)));
            case 2:
                var (depth, limit) = (history.Next(4), 1 + history.Next(12));
                return (
                    $"{limit} around {one.Name}, {depth} hops",
                    reference.Neighbourhood(one.Id, depth, limit, filter),
                    async way => ReferenceAnswers.Say(await Neighbourhood.AskAsync(way, [one.Id], depth, limit, filter, cancellationToken)));
            default:
                return (
                    $"common to {one.Name} and {other.Name}",
                    one == other ? "" : reference.Common(one.Id, other.Id, filter),
                    async way => one == other ? "" : ReferenceAnswers.Say(await CommonConnections.AskAsync(way, [one.Id, other.Id], filter, 100, cancellationToken)));
        }
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using KnowledgeGraph.Adjacency;
using KnowledgeGraph.Api;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Questions;
using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.Stores.Sqlite;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Bench;

/// <summary>How fast the questions are answered from a file: along the adjacency index, and, as the peer, by recursive reads of the same file.</summary>
internal static class QuestionsBench
{
    private const int PagesABatch = 40;
    private const int Hops = 3;
    private const int Limit = 100;

    public static Command Command()
    {
        var relations = new Option<int>("--relations") { Description = "How many passages that state a fact the graph has.", DefaultValueFactory = _ => 200_000 };
        var questions = new Option<int>("--questions") { Description = "How often each question is asked along the index; a tenth as often without.", DefaultValueFactory = _ => 1_000 };
        var file = new Option<string?>("--file") { Description = "Where the graph is kept, and taken from when it is there; without, it is made and thrown away." };
        var command = new Command("questions", "Asks a made-up graph the questions, and says how long the slowest of a hundred answers takes.") { relations, questions, file };
        command.SetAction((parse, cancellationToken) => RunAsync(
            parse.GetValue(relations) / MadeUpArchive.FactsAPage, parse.GetValue(questions), parse.GetValue(file), cancellationToken));
        return command;
    }

    private static async Task RunAsync(int pages, int questions, string? file, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("knowledge-graph-bench-");
        try
        {
            var path = file ?? Path.Combine(folder.FullName, "graph.db");
            await using var store = new SqliteGraphStore(new SqliteGraphStoreOptions { Path = path });
            await store.OpenAsync(cancellationToken);
            await LoadAsync(store, pages, cancellationToken);
            using var index = new AdjacencyIndex(store);
            var began = Stopwatch.GetTimestamp();
            await index.BeginAsync(cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            Print($"{index.FactCount} relations in the index, {(double)index.Bytes / Math.Max(1, index.FactCount):0.0} bytes a relation with its share of the entities, read in {seconds:0.0} s.");
            Console.WriteLine();
            Console.WriteLine("| question | along the index: p50, ms | p99, ms | by reads of the file: p50, ms | p99, ms |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var (name, ask) in await QuestionsAsync(store, cancellationToken))
                await MeasureAsync(name, ask, index, new StoreAdjacency(store), questions, cancellationToken);

            await FreshnessAsync(store, index, pages, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task LoadAsync(SqliteGraphStore store, int pages, CancellationToken cancellationToken)
    {
        var there = (await store.CountAsync(cancellationToken)).Documents;
        foreach (var numbers in Enumerable.Range((int)there, Math.Max(0, pages - (int)there)).Chunk(PagesABatch))
            await store.WriteAsync(new GraphBatch([.. numbers.Select(number => MadeUpArchive.Page(number))]), cancellationToken);
    }

    /// <summary>Each question, asked anew with each call: of other entities, but for the best connected person.</summary>
    private static async Task<IReadOnlyList<(string Name, Func<IAdjacency, int, Task> Ask)>> QuestionsAsync(SqliteGraphStore store, CancellationToken cancellationToken)
    {
        var all = new RelationFilter();
        var persons = (await store.ListEntitiesAsync(new EntityFilter { Type = EntityType.Person }, new PageRequest(5_000), cancellationToken)).Values.ToList();
        var random = new Random(7);
        var pairs = Enumerable.Range(0, 10_000).Select(_ => (From: persons[random.Next(persons.Count)].Id, To: persons[random.Next(persons.Count)].Id)).ToList();
        var executor = new GraphQLExecutor(GraphSchema.Create());
        return
        [
            ($"{Hops} hops around a person, {Limit} entities: the walk", async (way, i) =>
            {
                // Without the texts of what is found: every entity and relation is still reached and counted.
                var traversal = await way.BeginAsync(cancellationToken);
                await Neighbourhood.WalkAsync(traversal, [pairs[i].From], Hops, Limit, all, cancellationToken);
            }),
            ($"{Hops} hops around a person, {Limit} entities: the answer", (way, i) => Neighbourhood.AskAsync(way, [pairs[i].From], Hops, Limit, all, cancellationToken)),
            ("the best path between two persons", (way, i) => Paths.AskAsync(way, pairs[i].From, pairs[i].To, 1, QuestionLimits.MaxHops, [], all, cancellationToken)),
            ("the 5 best paths between two persons", (way, i) => Paths.AskAsync(way, pairs[i].From, pairs[i].To, 5, QuestionLimits.MaxHops, [], all, cancellationToken)),
            ("whom the best connected person met, through GraphQL", async (way, _) =>
            {
                var request = GraphQLRequest.FromText(
                    $$"""{ whoMet(person: "{{persons[0].Id}}") { totalCount contacts { score entity { name } encounters { date event { name } relations { sentence } } } } }""",
                    services: new Services(store, way));
                using var response = await executor.ExecuteAsync(request, cancellationToken);
                if (response.HasErrors)
                    throw new InvalidOperationException($"{response}");
            }),
            ("a search for one to four characters of a name", (_, i) =>
            {
                var name = persons[i % persons.Count].Name;
                return store.SearchAsync(new SearchRequest(name[..Math.Min(name.Length, 1 + (i % 4))], [], 10), cancellationToken);
            }),
        ];
    }

    private static async Task MeasureAsync(
        string name, Func<IAdjacency, int, Task> ask, IAdjacency index, IAdjacency store, int questions, CancellationToken cancellationToken)
    {
        var (fast, slow) = (await TimesAsync(index, questions), await TimesAsync(store, Math.Max(10, questions / 10)));
        Print($"| {name} | {At(fast, 0.5):0.00} | {At(fast, 0.99):0.00} | {At(slow, 0.5):0.00} | {At(slow, 0.99):0.00} |");

        async Task<double[]> TimesAsync(IAdjacency way, int count)
        {
            for (var i = 0; i < count / 10; i++)
                await ask(way, 5_000 + i);

            var times = new double[count];
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var began = Stopwatch.GetTimestamp();
                await ask(way, i);
                times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            Array.Sort(times);
            return times;
        }
    }

    /// <summary>How long after a write ended the index knows it, while pages come in.</summary>
    private static async Task FreshnessAsync(SqliteGraphStore store, AdjacencyIndex index, int pages, CancellationToken cancellationToken)
    {
        const int Writes = 200;
        var (visible, writing, began) = (new double[Writes], TimeSpan.Zero, Stopwatch.GetTimestamp());
        for (var i = 0; i < Writes; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await store.WriteAsync(new GraphBatch([MadeUpArchive.Page(i % Math.Max(1, pages), edition: 2)]), cancellationToken);
            writing += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            await index.BeginAsync(cancellationToken);
            visible[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(visible);
        Console.WriteLine();
        Print($"Visible after a write: p50 {At(visible, 0.5):0.00} ms, p99 {At(visible, 0.99):0.00} ms, with {Writes * MadeUpArchive.FactsAPage / Stopwatch.GetElapsedTime(began).TotalSeconds:0} passages/s corrected one page a write.");
        for (var i = 0; i < Writes; i++)
            await store.WriteAsync(new GraphBatch([MadeUpArchive.Page(i % Math.Max(1, pages))]), cancellationToken);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Services(IGraphStore store, IAdjacency adjacency) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IGraphStore) ? store : serviceType == typeof(IAdjacency) ? adjacency : null;
    }
}

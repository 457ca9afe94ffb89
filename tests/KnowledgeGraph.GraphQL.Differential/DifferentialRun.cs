using System.Text.Json;
using KnowledgeGraph.GraphQL.Differential.Generation;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>Runs generated cases on this engine and on graphql-js, and gathers where they differ.</summary>
public sealed class DifferentialRun(Peer peer, int seed)
{
    private const int CasesOfASchema = 20;

    // The peer works while this engine does.
    private const int Ahead = 3;

    private readonly Queue<Batch> _sent = new();

    /// <summary>How many cases came how far.</summary>
    public SortedDictionary<Stage, int> Stages { get; } = [];

    /// <summary>Differences that are no faults, by the choice that makes them.</summary>
    public SortedDictionary<string, int> Choices { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, DifferenceClass> Differences { get; } = new(StringComparer.Ordinal);

    public void Run(int cases, Action<int>? progress = null)
    {
        for (int number = 0, done = 0; done < cases; number++)
        {
            var batch = Batch.Make(new Chance(unchecked((seed * 1_000_003) + number)), Math.Min(CasesOfASchema, cases - done));
            peer.Send(new { batch.Sdl, Cases = batch.Requests.Select(request => new { request.Query, Variables = JsonElement.Parse(request.Variables), request.OperationName }) });
            _sent.Enqueue(batch);
            done += batch.Requests.Count;
            if (_sent.Count > Ahead)
                Compare(_sent.Dequeue());
            progress?.Invoke(done);
        }

        while (_sent.TryDequeue(out var batch))
            Compare(batch);
    }

    private void Compare(Batch batch)
    {
        var answer = peer.Receive();
        var onSchema = Theirs.OnSchema(answer);
        if (Comparison.Difference(batch.Ours.OnSchema, onSchema) is { } difference)
            Add(difference, batch.Ours.OnSchema, onSchema, batch.Sdl);
        if (onSchema.Stage == Stage.SchemaRefused || batch.Ours.OnSchema.Stage != Stage.Executed)
        {
            Count(Stage.SchemaRefused, batch.Requests.Count);
            return;
        }

        foreach (var (request, theirs) in batch.Requests.Zip(answer.GetProperty("cases").EnumerateArray().Select(Theirs.OnCase)))
        {
            var ours = batch.Ours.Answer(request);
            Count(ours.Stage, 1);
            if (Comparison.Difference(ours, theirs) is { } found)
                Add(found, ours, theirs, $"{batch.Sdl}\n# document\n{request.Query}\n# variables {request.Variables} operation {request.OperationName}\n# here\n{Show(ours)}\n# there\n{Show(theirs)}");
        }
    }

    private void Count(Stage stage, int count) => Stages[stage] = Stages.GetValueOrDefault(stage) + count;

    private void Add(string name, Verdict ours, Verdict theirs, string example)
    {
        if (Choice.Of(ours, theirs) is { } choice)
        {
            Choices[choice] = Choices.GetValueOrDefault(choice) + 1;
            return;
        }

        var known = Differences.GetValueOrDefault(name);
        Differences[name] = known is null ? new DifferenceClass(1, example)
            : new DifferenceClass(known.Count + 1, example.Length < known.Example.Length ? example : known.Example);
    }

    private static string Show(Verdict verdict) =>
        $"{verdict.Stage} {string.Join(" | ", verdict.Messages)} {(verdict.Data.ValueKind == JsonValueKind.Undefined ? "" : verdict.Data.GetRawText())} {string.Join(' ', verdict.Paths ?? [])}";

    private sealed record Batch(string Sdl, Ours Ours, IReadOnlyList<RequestText> Requests)
    {
        public static Batch Make(Chance chance, int cases)
        {
            var text = new SchemaText(chance);

            // The fields of a subscription are streams, which are no values where its type is mistaken for another.
            string[] words = [.. Mutation.WordsOf(text.Sdl).Where(word => word != "Subscription")];
            var sdl = chance.Percent(40) ? new Mutation(chance, words).Of(text.Sdl) : text.Sdl;
            var ours = new Ours(sdl);

            // A schema that is refused is one case.
            if (ours.Schema is not { } schema)
                return new Batch(sdl, ours, [new RequestText("{ __typename }", "{}", null)]);

            var mutation = new Mutation(chance, words);
            return new Batch(sdl, ours, [.. Enumerable.Range(0, cases).Select(_ =>
            {
                var request = new DocumentText(schema, text.Inputs, chance).Make();
                return chance.Percent(35) ? request with { Query = mutation.Of(request.Query) } : request;
            })]);
        }
    }
}

/// <summary>Differences of one kind: how many, and the shortest.</summary>
public sealed record DifferenceClass(int Count, string Example);

using System.Diagnostics;
using System.Globalization;
using System.Text;
using KnowledgeGraph.GraphQL.Language;

namespace KnowledgeGraph.GraphQL.Tests.Language;

/// <summary>Documents with random damage: each is parsed or refused, and nothing else happens.</summary>
/// <remarks>For a long run: <c>GRAPHQL_FUZZ_INPUTS=10000000 dotnet run --project tests/KnowledgeGraph.GraphQL.Tests -- --filter-class *DocumentFuzzTests</c>.</remarks>
public sealed class DocumentFuzzTests(ITestOutputHelper output)
{
    private const int DefaultInputs = 50_000;

    private static readonly byte[][] _pieces =
    [
        .. new[] { "{", "}", "(", ")", "[", "]", "...", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", "\uFEFF", "\r", "\n", "#", "$", "@", "&", "|", "!", "=", ":", "-", "0", "1e", ".", "on", "extend", "type", "😀", "\0" }
            .Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3],
        [0xED, 0xA0, 0x80],
    ];

    [Fact]
    public void A_damaged_document_is_parsed_or_refused()
    {
        var inputs = int.Parse(Environment.GetEnvironmentVariable("GRAPHQL_FUZZ_INPUTS") ?? $"{DefaultInputs}", CultureInfo.InvariantCulture);
        var (parsed, slowest, slowestSeed) = (0, TimeSpan.Zero, 0);
        for (var seed = 0; seed < inputs; seed++)
        {
            var document = Damage(seed);
            var start = Stopwatch.GetTimestamp();
            if (TryParse(document, seed) is { } tree)
            {
                var printed = tree.ToString();
                DocumentNode.Parse(printed).ToString().Should().Be(printed, "seed {0}", seed);
                parsed++;
            }

            if (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed > slowest)
                (slowest, slowestSeed) = (elapsed, seed);
        }

        output.WriteLine($"{inputs} inputs, {parsed} of them documents; the slowest, seed {slowestSeed}, took {slowest.TotalMilliseconds:F1} ms.");
        parsed.Should().BeInRange(1, inputs - 1, "damage is neither nothing nor everything");
    }

    private static DocumentNode? TryParse(byte[] document, int seed)
    {
        try
        {
            return DocumentNode.Parse(document);
        }
        catch (GraphQLSyntaxException exception)
        {
            exception.Location.Line.Should().BePositive();
            exception.Location.Column.Should().BePositive();
            return null;
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"The document of seed {seed} ends in another way.", exception);
        }
    }

    private static byte[] Damage(int seed)
    {
        var random = new Random(seed);
        var document = Encoding.UTF8.GetBytes(Printer.Print(new SyntaxGenerator(random.Next(1_000)).Document())).ToList();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(document.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    document.InsertRange(at, _pieces[random.Next(_pieces.Length)]);
                    break;
                case 1 when at < document.Count:
                    document[at] = (byte)random.Next(256);
                    break;
                case 2:
                    document.RemoveRange(at, Math.Min(random.Next(10), document.Count - at));
                    break;
                default:
                    document.InsertRange(at, document.GetRange(at, Math.Min(random.Next(40), document.Count - at)));
                    break;
            }
        }

        return [.. document];
    }
}

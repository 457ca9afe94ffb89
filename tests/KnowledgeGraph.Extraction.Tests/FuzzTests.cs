using KnowledgeGraph.Fuzz;

namespace KnowledgeGraph.Extraction.Tests;

/// <summary>Pages that chance breaks.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 20_000;

    [Fact]
    public void Any_bytes_are_refused_or_read_and_nothing_is_thrown()
    {
        var run = new FuzzRun(FuzzTarget.OfExtraction().Single(), seed: 1);

        run.Run(Inputs);

        run.Faults.Should().BeEmpty();
    }
}

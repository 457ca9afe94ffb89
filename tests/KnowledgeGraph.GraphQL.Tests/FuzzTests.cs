using KnowledgeGraph.Fuzz;

namespace KnowledgeGraph.GraphQL.Tests;

/// <summary>Inputs that chance breaks, sent to everything that strangers can send bytes to.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 200_000;

    public static TheoryData<string> Targets => [.. FuzzTarget.OfGraphQL().Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Broken_input_is_refused_and_nothing_is_thrown(string name)
    {
        var targets = FuzzTarget.OfGraphQL();
        var run = new FuzzRun(targets.Single(target => target.Name == name), seed: 1);

        run.Run(Inputs / targets.Count);

        run.Faults.Should().BeEmpty();
    }
}

using KnowledgeGraph.GraphQL.Differential;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.GraphQL.Tests;

/// <summary>Schemas, documents and variables that chance makes, answered by this engine and by graphql-js.</summary>
public sealed class DifferentialTests
{
    [Fact]
    public void A_thousand_generated_cases_are_answered_as_graphql_js_answers_them()
    {
        using var peer = Requirement.Of(Peer.Start(), Peer.HowToGetIt);
        var run = new DifferentialRun(peer, seed: 1);

        run.Run(1_000);

        run.Differences.Select(difference => $"{difference.Key}\n{difference.Value.Example}").Should().BeEmpty();
        run.Stages.Should().ContainKeys(Stage.SchemaRefused, Stage.DocumentInvalid, Stage.RequestRefused, Stage.Executed);
    }
}

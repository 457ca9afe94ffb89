using FluentAssertions;
using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

public abstract partial class GraphStoreContract
{
    [Theory]
    [InlineData("孟")]
    [InlineData("怀瑾")]
    [InlineData("孟怀瑾")]
    public async Task A_name_is_found_by_any_part_of_it(string part)
    {
        await WriteAsync(Forum(), Meeting());

        var hits = await Store.SearchAsync(new SearchRequest(part, [EntityType.Person], 10), Cancellation);

        hits.Should().ContainSingle().Which.Entity.Should().Be(_meng.Id);
    }

    [Fact]
    public async Task Search_reaches_names_then_headlines_then_sentences()
    {
        await WriteAsync(Forum());

        var hits = await Store.SearchAsync(new SearchRequest("江畔", [], 10), Cancellation);

        hits.Select(hit => (hit.Entity is not null, hit.Article is not null, hit.Relation is not null))
            .Should().Equal((true, false, false), (true, false, false), (false, true, false), (false, false, true), (false, false, true), (false, false, true));
    }

    [Fact]
    public async Task The_name_itself_comes_before_longer_names_and_names_that_contain_it()
    {
        var short_ = Some.Organization("江畔");
        var longer = Some.Organization("江畔集团");
        var inside = Some.Organization("新江畔");
        await WriteAsync(Some.Document()
            .Saying(RelationType.PartOf, inside, longer)
            .Saying(RelationType.CooperatesWith, longer, inside)
            .Saying(RelationType.PartOf, short_, longer)
            .Build());

        var hits = await Store.SearchAsync(new SearchRequest("江畔", [EntityType.Organization], 10), Cancellation);

        hits.Select(hit => hit.Entity).Should().Equal(short_.Id, longer.Id, inside.Id);
    }

    [Fact]
    public async Task Case_width_and_quotation_marks_make_no_difference()
    {
        var company = Some.Organization("“天目”ABC（江苏）有限公司");
        await WriteAsync(Some.Document().Saying(RelationType.CooperatesWith, company, _company).Build());

        foreach (var text in (string[])["abc(江苏)", "ＡＢＣ（江苏", "天目abc", "《天目》"])
            (await Store.SearchAsync(new SearchRequest(text, [EntityType.Organization], 10), Cancellation)).Should().ContainSingle(text);
    }

    [Fact]
    public async Task An_alias_is_found_as_long_as_a_document_prints_it()
    {
        var full = Some.Document("a.txt").Saying(RelationType.CooperatesWith, _company, Some.Organization("北岸集团")).Calling(_company, "澄江新材").Build();
        await WriteAsync(full);
        (await Store.SearchAsync(new SearchRequest("江新材", [EntityType.Organization], 10), Cancellation)).Should().ContainSingle().Which.Text.Should().Contain("江新材");

        await WriteAsync(Some.Document("a.txt").Saying(RelationType.CooperatesWith, _company, Some.Organization("北岸集团"), "澄江新材料有限公司与北岸集团合作。").Build());

        (await FindAsync(_company))!.Aliases.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_to_look_for_is_refused()
    {
        var search = () => Store.SearchAsync(new SearchRequest(" ", [], 10), Cancellation);

        await search.Should().ThrowAsync<ArgumentException>();
    }
}

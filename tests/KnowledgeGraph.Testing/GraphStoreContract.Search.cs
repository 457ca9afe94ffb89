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

    [Theory]
    [InlineData("menghuaijin")]
    [InlineData("MengHuai")]
    [InlineData("mhj")]
    public async Task A_name_is_found_as_it_is_typed(string typed)
    {
        await WriteAsync(Forum(), Meeting());

        var hits = await Store.SearchAsync(new SearchRequest(typed, [EntityType.Person], 10), Cancellation);

        hits.Should().ContainSingle().Which.Should().Be(new SearchHit("孟怀瑾", Entity: _meng.Id));
    }

    [Theory]
    [InlineData("zengguifan")]
    [InlineData("cgf")]
    public async Task A_surname_is_found_in_each_of_its_readings(string typed)
    {
        var person = Some.Person("曾桂帆");
        await WriteAsync(Some.Document().Saying(RelationType.Attended, person, _forum).Build());

        (await Store.SearchAsync(new SearchRequest(typed, [EntityType.Person], 10), Cancellation)).Should().ContainSingle().Which.Entity.Should().Be(person.Id);
    }

    [Fact]
    public async Task Traditional_characters_find_simplified_ones_and_the_other_way()
    {
        var old = Some.Organization("東方機械廠");
        await WriteAsync(Forum(), Some.Document("old.txt").Article("東方機械廠開業").Saying(RelationType.Attended, old, _forum).Build());

        (await Store.SearchAsync(new SearchRequest("孟懷瑾", [], 1), Cancellation)).Should().ContainSingle().Which.Entity.Should().Be(_meng.Id);
        (await Store.SearchAsync(new SearchRequest("东方机械厂", [], 1), Cancellation)).Should().ContainSingle().Which.Should().Be(new SearchHit("東方機械廠", Entity: old.Id));
    }

    [Fact]
    public async Task A_short_form_finds_the_name_behind_what_contains_it()
    {
        var (university, company) = (Some.Organization("江畔交通大学"), Some.Organization("江畔交大科技公司"));
        await WriteAsync(Some.Document().Saying(RelationType.PartOf, company, university).Build());

        var hits = await Store.SearchAsync(new SearchRequest("江畔交大", [EntityType.Organization], 10), Cancellation);

        hits.Select(hit => hit.Entity).Should().Equal(company.Id, university.Id);
        (await Store.SearchAsync(new SearchRequest("交江畔大", [EntityType.Organization], 10), Cancellation)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_name_goes_before_one_that_is_only_spelled_so()
    {
        var (latin, spelled) = (Some.Organization("MHJ"), _meng);
        await WriteAsync(Forum(), Meeting(), Some.Document("latin.txt").Saying(RelationType.Attended, latin, _forum).Build());

        var hits = await Store.SearchAsync(new SearchRequest("mhj", [EntityType.Organization, EntityType.Person], 10), Cancellation);

        hits.Select(hit => hit.Entity).Should().Equal(latin.Id, spelled.Id);
    }
}

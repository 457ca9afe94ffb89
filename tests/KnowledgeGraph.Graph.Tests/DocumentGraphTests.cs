using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Testing;

namespace KnowledgeGraph.Graph.Tests;

public sealed class DocumentGraphTests
{
    private static readonly Entity _meng = Some.Person("孟怀瑾");
    private static readonly Entity _tang = Some.Person("唐屿");

    [Fact]
    public void A_text_that_a_store_could_not_give_back_as_it_was_is_refused()
    {
        // An attribute could not hold the second and the third.
        foreach (var sentence in (string[])["孟怀瑾\0会见唐屿。", "孟怀瑾会见唐屿\ud83d。", "\ude00孟怀瑾会见唐屿。"])
        {
            var page = Some.Document().Saying(RelationType.Met, _meng, _tang, sentence).Build();

            page.Validate().Should().ContainSingle().Which.Should().Contain("U+0000");
        }
    }

    [Fact]
    public void A_character_of_two_halves_is_text()
    {
        Some.Document().Saying(RelationType.Met, _meng, _tang, "孟怀瑾在𠮷林会见唐屿\ud83d\ude00。").Build().Validate().Should().BeEmpty();
    }

    [Fact]
    public void A_name_or_a_source_that_is_too_long_for_an_index_is_refused()
    {
        var giant = Some.Person(new string('孟', DocumentGraph.MaxNameLength + 1));
        var page = Some.Document(source: new string('a', DocumentGraph.MaxNameLength + 1)).Saying(RelationType.Met, giant, _tang).Build();

        var write = () => new GraphBatch([page]);

        write.Should().Throw<ArgumentException>().WithMessage("*source of document*2,000*name of entity*2,000*");
    }
}

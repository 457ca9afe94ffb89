using FsCheck;
using FsCheck.Fluent;

namespace KnowledgeGraph.Graph.Tests;

public sealed class CanonicalNameTests
{
    [Theory]
    [InlineData("《天目》（杭州）", "天目(杭州)")]
    [InlineData("“澄江”新材料", "澄江新材料")]
    [InlineData("托比亚斯・克伦茨", "托比亚斯·克伦茨")]
    [InlineData("澄江新材\n料有限公司", "澄江新材料有限公司")]
    [InlineData("Emerald  Bay\u00a0Holdings", "Emerald Bay Holdings")]
    [InlineData(" ＡＢＣ公司 ", "ABC公司")]
    public void Variants_in_print_share_one_spelling(string printed, string canonical) => CanonicalName.Of(printed).Should().Be(canonical);

    [Fact]
    public void The_canonical_name_of_a_canonical_name_is_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => CanonicalName.Of(CanonicalName.Of(text ?? "")) == CanonicalName.Of(text ?? ""))
            .QuickCheckThrowOnFailure();
}

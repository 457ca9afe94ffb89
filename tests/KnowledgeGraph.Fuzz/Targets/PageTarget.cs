using System.Text;
using KnowledgeGraph.Extraction;
using KnowledgeGraph.Extraction.Reading;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>The reader and the extractor: any bytes are refused or read, and all that is found lies in the text.</summary>
internal sealed class PageTarget : FuzzTarget
{
    private static readonly Lazy<Extractor> _extractor = new(() => new Extractor());

    public override string Name => "page";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Texts.Bytes(
            "云江湾大桥合龙\n\n本报讯(记者 周一鸣)昨天,云江湾大桥合龙。市委书记何启元、副市长欧阳蕊到场。大桥由云江交通建设集团投资12.5亿元建设。何启元与中桥设计院院长罗勒·马丁座谈。",
            "又讯 9月3日,2024年云江马拉松在体育公园开跑,3000人参加。赛事由市体育局、云江银行等主办。\n\n【高坪】县长石磊率队到青石镇调研,走访了青石茶叶合作社、老街村。",
            "<html><head><title>新闻</title></head><body><nav>首页 | 要闻</nav><div><h1>两校签约</h1><p>本报讯&nbsp;云江大学与北岭学院在&#20013;心校区签署协议。</p></div><script>x()</script></body></html>"),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("县委书记甘雨会见了来访的客人白云山。")).ToArray(),
    ];

    public override IReadOnlyList<byte[]> Words { get; } =
    [
        .. Texts.Bytes(
            "，", "。", "、", "；", "：", "“", "”", "《", "》", "（", "）", "(", ")", "·", "等", "和", "与", "\n", "\n\n", "\r\n", "\t", "　", " ", "0", "亿元", "%", "<p>", "</p>", "<", ">", "&amp;", "&#x4E2D;", "&#0;", "<!--", "市委书记", "大会", "项目", "公司", "在", "位于", "签约", "会见", "出席", "调研",
            "某某有限公司（以下简称“某某”）", "2024年2月30日", "第", "届", "😀", "\uFEFF", "𠮷", "A", "é", "本报讯(记者 甲)", "◆", "■"),
        [0],
        [0xFF],
        [0xE4, 0xB8],
        [0x84, 0x31, 0x95, 0x33],
    ];

    public override void Run(byte[] input)
    {
        PageText text;
        try
        {
            text = PageReader.Read(input, "page.txt");
        }
        catch (UnreadablePageException)
        {
            return;
        }

        var page = _extractor.Value.Extract(text);
        var whole = new Graph.TextSpan(0, text.Text.Length);
        if (page.Entities.SelectMany(entity => entity.Mentions).Any(mention => !whole.Contains(mention.Span) || mention.Span.Length == 0))
            throw new InvalidOperationException("A mention lies outside of the page.");

        if (page.Relations.Any(relation => !whole.Contains(relation.Evidence) || relation.Evidence.Of(text.Text) != relation.Sentence))
            throw new InvalidOperationException("The sentence of a relation is not its text.");

        if (page.Relations.Any(relation => relation.Head == relation.Tail || relation.Confidence is not (>= 0 and <= 1)))
            throw new InvalidOperationException("A relation leads to its own head, or its confidence is no share.");
    }
}

using System.Text.RegularExpressions;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>Takes out of a line who wrote it and who took the picture: they are no part of what it tells.</summary>
internal static partial class Bylines
{
    public static CleanText Remove(CleanText line)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Bracketed(), Credit(), Dateline()])
        {
            var matches = pattern.Matches(line.Text);
            if (matches.Count == 0)
                continue;

            var rest = new CleanText.Builder();
            var position = 0;
            foreach (var match in matches.AsEnumerable())
            {
                rest.Append(line.Slice(position, match.Index));
                position = match.Index + match.Length;
            }

            rest.Append(line.Slice(position, line.Length));
            line = TextLines.Trim(rest.Build());
        }

        return line;
    }

    // （记者 某某 通讯员 某某）, （本报记者 某某 摄）, （某某 记者 某某）
    [GeneratedRegex(@"（[^（）。]{0,40}(记者|通讯员|实习生|摄影|[\s\w]摄|文/图)([\s/：]|摄|）)[^（）。]{0,60}）?|（(记者|通讯员)[^（）。]{0,60}）")]
    private static partial Regex Bracketed();

    // … 某某 摄
    [GeneratedRegex(@"(?<=[\s。！？”）]|^)(本报|特约)?(实习)?(记者|通讯员)?[\s：]?[\u4E00-\u9FA5]{2,4}([\s、/][\u4E00-\u9FA5]{2,4}){0,3}\s?[/\s]?(摄影?|摄影报道|摄/文|文/图|图/文)$")]
    private static partial Regex Credit();

    [GeneratedRegex(@"^((本报|本台|本网|本刊)[^，。：（）“”\s]{0,8}讯|[\u4E00-\u9FA5]{2,8}(日报|晚报|晨报|时报|商报|都市报|新闻网|网|在线|融媒|融媒体中心|广播电视台)讯|又讯|(新华社|中新社|中新网|人民网|央视网|央广网|新华网)[^，。：]{0,24}?([电讯]|消息)(（[^（）]{0,12}）)?)([\s：，]*(本报|全媒体|融媒体)?(记者|通讯员)\s?[\u4E00-\u9FA5、\s]{2,24}?(报道|文/图|/文|摄影报道))?[\s：，]*")]
    private static partial Regex Dateline();
}

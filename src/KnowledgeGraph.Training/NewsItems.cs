using System.Net;
using System.Text.RegularExpressions;

namespace KnowledgeGraph.Training;

/// <summary>The items of the news corpus: a file a day, a heading and paragraphs in HTML an item.</summary>
internal sealed partial class NewsItems(string folder)
{
    private const string FirstHeading = "## 详细新闻";

    /// <summary>An item as a news site prints it: its headline, its date, its paragraphs.</summary>
    /// <param name="item">Its day and its place among the items of the day, from 0: <c>20230409/3</c>.</param>
    public string Text(string item)
    {
        var (day, number) = (item.Split('/')[0], int.Parse(item.Split('/')[1]));
        var file = File.ReadAllText(Path.Combine(folder, day + ".md"));
        var sections = Heading().Split(file[file.IndexOf(FirstHeading, StringComparison.Ordinal)..]);
        var section = sections[1 + number];
        var headline = section.Split('\n')[0].Trim();
        var paragraphs = Paragraph().Matches(section).Select(match => WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, "")).Trim()).Where(paragraph => paragraph.Length > 0);
        return $"{headline}\n发布时间：{day[..4]}-{day[4..6]}-{day[6..]}\n\n{string.Join('\n', paragraphs)}";
    }

    [GeneratedRegex("^### ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("<p[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}

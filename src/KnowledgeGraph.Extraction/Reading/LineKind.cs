using System.Text.RegularExpressions;

namespace KnowledgeGraph.Extraction.Reading;

/// <summary>What part a line plays on the page.</summary>
internal enum LineKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The first line of an article's text: 本报讯, 又讯, …电.</summary>
    Opening,

    /// <summary>Short, without a full stop: a headline, if what follows agrees.</summary>
    Heading,

    /// <summary>What stands under or beside a picture.</summary>
    Caption,

    /// <summary>Page head, navigation, copyright: no part of any article.</summary>
    Noise,
}

/// <summary>Tells the kinds of lines apart by their words and their shape.</summary>
internal static partial class LineKinds
{
    private const int LongestHeading = 48;

    public static LineKind Of(string line)
    {
        if (IsNoise(line))
            return LineKind.Noise;

        if (OpeningPattern().IsMatch(line))
            return LineKind.Opening;

        if (line.EndsWith('摄') || CaptionPattern().IsMatch(line))
            return LineKind.Caption;

        return line.Length <= LongestHeading && !line.Contains('。') && !ItemPattern().IsMatch(line) && line[^1] is not ('，' or '、' or '；' or '：')
            ? LineKind.Heading
            : LineKind.Body;
    }

    /// <summary>Whether a line ends a sentence, so that what follows begins anew.</summary>
    public static bool IsClosed(string line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is '”' or '’' or '）' or '》' or ' ')
            end--;

        return end > 0 && line[end - 1] is '。' or '！' or '？' or '…' or '；' || line.EndsWith('摄');
    }

    /// <summary>Whether a line is one item of a round-up: ◆, ▲, 【无为】.</summary>
    public static bool IsItem(string line) => ItemPattern().IsMatch(line);

    private static bool IsNoise(string line)
    {
        if (line.Length <= 70 && !line.Contains('。') && (NoiseStart().IsMatch(line) || PageHead().IsMatch(line)))
            return true;

        return line.Length <= 120 && IsMenu(line);
    }

    // 网站首页 新闻中心 政务公开 …: many short words and no sentence.
    private static bool IsMenu(string line)
    {
        if (line.AsSpan().IndexOfAny('。', '，', '！') >= 0)
            return false;

        var words = line.Split([' ', '|', '｜', '┊', '>'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 5 && words.All(word => word.Length <= 8);
    }

    [GeneratedRegex(@"^(本报|本台|本网|本刊|晚报|日报)?[^，。：（）“”\s]{0,8}讯([（\s]|$)|^(新华社|中新社|中新网|人民网|央视网|央广网|新华网)[^，。]{0,20}([电讯]|消息)([（\s：，]|$)")]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"^(图为|上图|下图|左图|右图|图①|图一|图：|[▲▼↑↓△]?图片?说明)")]
    private static partial Regex CaptionPattern();

    [GeneratedRegex(@"^([◆●■▲△◇□○★☆▶►▪◎※·]|【[^】]{1,8}】|［[^］]{1,8}］|\[[^\]]{1,8}\])")]
    private static partial Regex ItemPattern();

    [GeneratedRegex(@"^(当前位置|您(现在)?的位置|首页\s*>|版权所有|上一[条篇版]|下一[条篇版]|扫一扫|扫码|相关(新闻|链接|阅读|报道)|【?字体|【?打印|发布(时间|日期)|来源：|信息来源|浏览次数|阅读(量|次数)|责任?编辑|责编|编辑[：\s]|编审|审核|监制|主办单位|承办单位|地址：|电话|邮编|邮箱|E-?mail|Copyright|©|[^。]{0,12}ICP备|分享到|关闭窗口|新闻热线|投稿|广告|国内统一|邮发代号|本版|总第|点击(查看|进入)|返回(首页|顶部)|视频加载|无障碍|登录|注册)", RegexOptions.IgnoreCase)]
    private static partial Regex NoiseStart();

    [GeneratedRegex(@"(\d{4}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?.*(星期|责任?编|版式|视觉|美编|校对|组版|农历|编辑|第\s?[\dA-Z]+\s?版|[A-Z]?\d{1,2}\s?版?$))|((星期|责任?编辑|版式|视觉设计|美编|校对|组版).*\d{4}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2})|((责任?编辑?|编辑|执行主编|值班(总编|编委))[：\s]*\S{2,4}\s+(版式|视觉|美编|校对|组版|美术|电话|设计))|^\d{4}[年.\-/]\d{1,2}[月.\-/]\d{1,2}日?$")]
    private static partial Regex PageHead();
}

using System.Text.RegularExpressions;

namespace KnowledgeGraph.Graph;

/// <summary>How somebody holds a post.</summary>
public enum Tenure
{
    /// <summary>The title says nothing else.</summary>
    Current,

    /// <summary>The post is given up: 原市长, 前校长, 时任县委书记.</summary>
    Former,

    /// <summary>The post is held for the time being: 代理市长, 代县长.</summary>
    Acting,
}

/// <summary>Reads titles as newspapers print them.</summary>
public static partial class Titles
{
    /// <summary>How the holder of a title holds the post, as the title's own words say; a bare title is a current post.</summary>
    public static Tenure TenureOf(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return Former().IsMatch(title) ? Tenure.Former : Acting().IsMatch(title) ? Tenure.Acting : Tenure.Current;
    }

    // 市委原书记: an organ may stand before; 原料部经理 and 前台主管 are no former posts.
    [GeneratedRegex("^([^原前]{0,6}(委|府|组|会|局|院))?(原(?![料油子件始种创煤野告])|前(?![台端锋线沿厅处期卫])|时任|曾任|已故)")]
    private static partial Regex Former();

    // 代表 is no acting post.
    [GeneratedRegex("^([^代]{0,6}(委|府|组|会|局|院))?(代理|代(?=[省市区县旗州盟镇乡]长|主席|院长|检察长|校长|主任))")]
    private static partial Regex Acting();
}

using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Relations;

/// <summary>Whether a clause tells what happened, what is planned, what was called off or what is denied.</summary>
internal static class Modality
{
    private static readonly string[] _denied = ["否认", "并未", "从未", "不属实"];
    private static readonly string[] _cancelled = ["取消", "叫停", "中止"];
    private static readonly string[] _planned = ["将于", "将在", "将与", "将由", "将投", "将出", "将建", "将落", "将持续", "计划", "即将", "届时", "拟", "预计", "还将", "公司将", "，将", "院将", "本周"];
    private static readonly string[] _done = ["已", "了"];

    public static RelationStatus Of(ReadOnlySpan<char> clause)
    {
        if (Contains(clause, _denied))
            return RelationStatus.Denied;

        if (Contains(clause, _cancelled))
            return RelationStatus.Cancelled;

        return (Contains(clause, _planned) || clause.StartsWith("将")) && !Contains(clause, _done) ? RelationStatus.Planned : RelationStatus.Occurred;
    }

    private static bool Contains(ReadOnlySpan<char> clause, string[] words)
    {
        foreach (var word in words)
        {
            if (clause.IndexOf(word) >= 0)
                return true;
        }

        return false;
    }
}

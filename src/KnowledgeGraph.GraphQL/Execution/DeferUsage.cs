namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>One <c>@defer</c> that stands in a selection: what it defers is delivered after what is around it.</summary>
/// <param name="number">Counts the usages of an operation, an outer one before those in it.</param>
/// <param name="label">What the document calls it.</param>
/// <param name="parent">The usage that it stands in.</param>
/// <param name="depth">The level of the objects whose selection it stands in.</param>
internal sealed class DeferUsage(int number, string? label, DeferUsage? parent, int depth)
{
    public int Number { get; } = number;

    public string? Label { get; } = label;

    public DeferUsage? Parent { get; } = parent;

    public int Depth { get; } = depth;

    /// <summary>The usages that a field waits for: none if it is asked for outside of any, else each that none of the others is around.</summary>
    public static DeferUsage[] ScopeOf(IReadOnlyList<DeferUsage?> usages)
    {
        if (usages.Contains(null))
            return [];

        var distinct = usages.Distinct().ToList();
        return [.. distinct.Where(usage => !distinct.Exists(other => usage!.IsIn(other!))).OrderBy(usage => usage!.Number)!];
    }

    private bool IsIn(DeferUsage outer)
    {
        for (var usage = Parent; usage is not null; usage = usage.Parent)
        {
            if (usage == outer)
                return true;
        }

        return false;
    }
}

/// <summary>The part of a selection that is delivered once one of its <see cref="DeferUsage"/>s is due.</summary>
internal sealed record DeferredSelection(DeferUsage[] Scope, SelectionPlan Plan);

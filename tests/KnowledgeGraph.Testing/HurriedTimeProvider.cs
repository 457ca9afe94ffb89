namespace KnowledgeGraph.Testing;

/// <summary>A time in which every wait is a thousand times shorter, so that a test of waiting is short.</summary>
public sealed class HurriedTimeProvider : TimeProvider
{
    private const int Hurry = 1000;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private static TimeSpan Shorten(TimeSpan wait) => wait > TimeSpan.Zero ? wait / Hurry : wait;
}

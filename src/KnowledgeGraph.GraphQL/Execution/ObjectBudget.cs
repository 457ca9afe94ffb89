namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>How many objects a request may still reach. Its executions share it, and take from it a few at a time.</summary>
internal sealed class ObjectBudget(int max)
{
    private const int Portion = 256;

    private readonly int _max = max;
    private int _left = max;

    /// <summary>Takes a portion.</summary>
    /// <exception cref="ExecutionAbortedException">Nothing is left.</exception>
    public int Take()
    {
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left == 0)
                throw new ExecutionAbortedException(ExecutionErrors.TooManyObjects(_max));

            var portion = Math.Min(Portion, left);
            if (Interlocked.CompareExchange(ref _left, left - portion, left) == left)
                return portion;
        }
    }

    /// <summary>Gives back what was not used.</summary>
    public void Return(int unused) => Interlocked.Add(ref _left, unused);
}

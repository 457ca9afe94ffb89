namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Which groups the client was told of and still waits for, and what the next part of the response says of that.</summary>
internal sealed class PendingGroups
{
    private readonly List<DeliveryGroup> _open = [];
    private readonly List<DeliveryGroup> _announced = [];
    private readonly List<DeliveryGroup> _completed = [];
    private int _count;

    /// <summary>Whether the client waits for anything.</summary>
    public bool HasNext => _open.Count > 0;

    /// <summary>Tells the client of a group, unless there is nothing in it; then of those inside.</summary>
    public void Announce(DeliveryGroup group)
    {
        if (group.Parts > 0)
        {
            group.Id = _count++;
            _announced.Add(group);
            _open.Add(group);
            return;
        }

        group.IsCompleted = true;
        foreach (var child in group.Children)
            Announce(child);
    }

    /// <summary>Completes what is delivered or has failed; what stood inside of what is delivered is announced.</summary>
    public void Settle()
    {
        for (var i = 0; i < _open.Count; i++)
        {
            var group = _open[i];
            if (group.Remaining > 0 && group.Failure is null)
                continue;

            group.IsCompleted = true;
            _completed.Add(group);
            if (group.Failure is not null)
                continue;

            // These come behind in the list, and so they are looked at as well.
            foreach (var child in group.Children)
                Announce(child);
        }

        _open.RemoveAll(group => group.IsCompleted);
    }

    public void FailAll(GraphQLError error)
    {
        foreach (var group in _open)
            group.Fail([error]);
        Settle();
    }

    /// <summary>Writes <c>pending</c>, <c>completed</c> and <c>hasNext</c>.</summary>
    public void Write(ResponseWriter writer, bool isFirst)
    {
        if (_announced.Count > 0)
        {
            WriteList(isFirst ? "\"pending\":["u8 : ",\"pending\":["u8, _announced, WritePending, writer);
            isFirst = false;
        }

        if (_completed.Count > 0)
        {
            WriteList(isFirst ? "\"completed\":["u8 : ",\"completed\":["u8, _completed, WriteCompleted, writer);
            isFirst = false;
        }

        writer.Raw(isFirst ? "\"hasNext\":"u8 : ",\"hasNext\":"u8);
        writer.Boolean(HasNext);
        _announced.Clear();
        _completed.Clear();
    }

    private static void WriteList(ReadOnlySpan<byte> key, List<DeliveryGroup> groups, Action<DeliveryGroup, ResponseWriter> write, ResponseWriter writer)
    {
        writer.Raw(key);
        for (var i = 0; i < groups.Count; i++)
        {
            writer.Raw(i == 0 ? "{\"id\":\""u8 : ",{\"id\":\""u8);
            writer.Int64(groups[i].Id!.Value);
            writer.Byte((byte)'"');
            write(groups[i], writer);
            writer.Byte((byte)'}');
        }

        writer.Byte((byte)']');
    }

    private static void WritePending(DeliveryGroup group, ResponseWriter writer)
    {
        ErrorWriter.WritePath(",\"path\":"u8, group.Path, writer);
        if (group.Label is null)
            return;

        writer.Raw(",\"label\":"u8);
        writer.String(group.Label);
    }

    private static void WriteCompleted(DeliveryGroup group, ResponseWriter writer) => ErrorWriter.WriteNext(group.Failure ?? [], writer);
}

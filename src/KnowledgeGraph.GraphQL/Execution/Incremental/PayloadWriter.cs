namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes one part of an incremental response: what is delivered, what is announced, and what is complete.</summary>
/// <seealso href="https://github.com/graphql/graphql-spec/pull/1110"/>
internal sealed class PayloadWriter
{
    private readonly ResponseWriter _writer;
    private int _entry;
    private int _content;
    private int _deliveriesBefore;
    private bool _hasEntries;

    public PayloadWriter(ResponseWriter writer)
    {
        _writer = writer;
        Data = new DataWriter(writer, Deliveries);
        writer.Byte((byte)'{');
    }

    public DataWriter Data { get; }

    /// <summary>What was found in this part to be delivered later.</summary>
    public List<Delivery> Deliveries { get; } = [];

    /// <summary>Writes the fields of an object, to be ended by <see cref="EndObject"/>.</summary>
    /// <returns>False if a field is null where null may not be; nothing is left written.</returns>
    public bool TryWriteObject(Frontier frontier, int row)
    {
        Begin("{\"data\":"u8);
        if (Data.TryWriteObject(frontier, row))
            return true;

        TakeBack();
        return false;
    }

    public void EndObject(DeliveryGroup[] groups, IReadOnlyList<object> path, IReadOnlyList<GraphQLError> errors)
    {
        // Of the fragments that the fields are of, the client is told the nearest.
        var nearest = groups.Where(group => group.IsOpen).MaxBy(group => group.Path.Count);
        if (nearest is null)
        {
            TakeBack();
            return;
        }

        End(nearest, path, errors);
        foreach (var group in groups)
            group.Deliver();
    }

    /// <summary>Begins items of a list, to be ended by <see cref="EndItems"/>.</summary>
    public void BeginItems() => Begin("{\"items\":["u8);

    public void EndItems(DeliveryGroup group, IReadOnlyList<GraphQLError> errors)
    {
        group.Deliver();
        if (_writer.Position == _content)
        {
            TakeBack();
            return;
        }

        _writer.Byte((byte)']');
        End(group, group.Path, errors);
    }

    /// <summary>Ends the part of the response.</summary>
    public void End(PendingGroups pending)
    {
        if (_hasEntries)
            _writer.Byte((byte)']');
        pending.Write(_writer, isFirst: !_hasEntries);
        _writer.Byte((byte)'}');
    }

    private void Begin(ReadOnlySpan<byte> opening)
    {
        _entry = _writer.Position;
        _deliveriesBefore = Deliveries.Count;
        if (_hasEntries)
            _writer.Byte((byte)',');
        else
            _writer.Raw("\"incremental\":["u8);
        _writer.Raw(opening);
        _content = _writer.Position;
    }

    private void TakeBack()
    {
        _writer.Truncate(_entry);
        Deliveries.RemoveRange(_deliveriesBefore, Deliveries.Count - _deliveriesBefore);
    }

    private void End(DeliveryGroup group, IReadOnlyList<object> path, IReadOnlyList<GraphQLError> errors)
    {
        _writer.Raw(",\"id\":\""u8);
        _writer.Int64(group.Id!.Value);
        _writer.Byte((byte)'"');
        if (path.Count > group.Path.Count)
            ErrorWriter.WritePath(",\"subPath\":"u8, [.. path.Skip(group.Path.Count)], _writer);
        ErrorWriter.WriteNext(errors, _writer);
        _writer.Byte((byte)'}');
        _hasEntries = true;
    }
}

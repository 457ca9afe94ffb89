namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What is announced to the client as pending: a deferred fragment of one object, or the rest of one list.</summary>
internal sealed class DeliveryGroup(string? label, IReadOnlyList<object> path, DeliveryGroup? parent)
{
    /// <summary>The number by which the response names it; null until it is announced.</summary>
    public int? Id { get; set; }

    public string? Label { get; } = label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>The fragment that this one stands in: it comes first.</summary>
    public DeliveryGroup? Parent { get; } = parent;

    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>How many parts of it were found so far.</summary>
    public int Parts { get; private set; }

    /// <summary>How many of them are still to be delivered.</summary>
    public int Remaining { get; private set; }

    /// <summary>Why it cannot be delivered; null as long as it can.</summary>
    public IReadOnlyList<GraphQLError>? Failure { get; private set; }

    public bool IsCompleted { get; set; }

    /// <summary>Whether its parts may be delivered now.</summary>
    public bool IsOpen => Id is not null && Failure is null && !IsCompleted;

    /// <summary>Whether nothing of it will be delivered any more, for it or a fragment around it failed.</summary>
    public bool IsLost => Failure is not null || Parent is { IsLost: true };

    public void AddPart()
    {
        Parts++;
        Remaining++;
    }

    public void Deliver() => Remaining--;

    public void Fail(IReadOnlyList<GraphQLError> errors) => Failure ??= errors;
}

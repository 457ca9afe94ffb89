namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What an operation may cost at most, known before it is executed.</summary>
/// <param name="Field">What calling its resolvers costs.</param>
/// <param name="Type">What the objects that it gives cost.</param>
internal readonly record struct OperationCost(double Field, double Type)
{
    public static OperationCost operator +(OperationCost left, OperationCost right) => new(left.Field + right.Field, left.Type + right.Type);

    public static OperationCost operator *(OperationCost cost, double times) => times == 0 ? default : new(cost.Field * times, cost.Type * times);

    /// <summary>The larger of each.</summary>
    public static OperationCost Max(OperationCost left, OperationCost right) => new(Math.Max(left.Field, right.Field), Math.Max(left.Type, right.Type));

    /// <summary>Writes the member <c>extensions</c> of a response.</summary>
    public void WriteNext(ResponseWriter writer)
    {
        writer.Raw(",\"extensions\":{\"cost\":{\"fieldCost\":"u8);
        writer.Double(Field);
        writer.Raw(",\"typeCost\":"u8);
        writer.Double(Type);
        writer.Raw("}}"u8);
    }
}

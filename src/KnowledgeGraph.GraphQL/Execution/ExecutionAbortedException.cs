namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>An execution went over a limit. It ends as a whole, as a cancelled one does: no field may take it for its own failure.</summary>
internal sealed class ExecutionAbortedException(GraphQLError error) : OperationCanceledException(error.Message)
{
    public GraphQLError Error { get; } = error;
}

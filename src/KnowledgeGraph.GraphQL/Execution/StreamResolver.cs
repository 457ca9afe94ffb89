using System.Runtime.CompilerServices;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>What a subscription asks of the resolver of its one field.</summary>
internal interface IStreamResolver
{
    IAsyncEnumerable<object?> Events(FieldContext context, CancellationToken cancellationToken);
}

/// <summary>The root of the execution for one event.</summary>
internal sealed record StreamEvent(object? Value);

/// <summary>A field of the subscription type: its events, each of which is the field's value in one execution.</summary>
internal sealed class StreamResolver<TEvent>(
    Func<FieldContext, CancellationToken, IAsyncEnumerable<TEvent>> events, Completion<TEvent>? completion = null)
    : FieldResolver<TEvent>(completion), IStreamResolver
{
    public override bool IsImmediate => true;

    public override FieldResolver For(GraphQLType type) => new StreamResolver<TEvent>(events, Completions.For<TEvent>(type)) { Source = Source };

    public async IAsyncEnumerable<object?> Events(FieldContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var @event in events(context, cancellationToken).WithCancellation(cancellationToken))
            yield return @event;
    }

    public override Task? Start(FieldContext context, CancellationToken cancellationToken)
    {
        for (var row = 0; row < context.RowCount; row++)
            Expand(context, row, EventOf(context.ParentOf(row)));
        return null;
    }

    public override bool Write(object parent, FieldContext context, int row, ResponseWriter writer) =>
        Completion.Write(EventOf(parent), context, row, writer);

    private static TEvent EventOf(object root) => (TEvent)((StreamEvent)root).Value!;
}

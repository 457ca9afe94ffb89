using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Relay;

namespace KnowledgeGraph.Api;

/// <summary>Reads connections from the pages of a store.</summary>
/// <param name="cursors">What their cursors are made with.</param>
internal sealed class Connections(Cursors cursors)
{
    private const int DefaultCount = 20;

    /// <summary>The connection that a field without parents asks for.</summary>
    /// <param name="context">The field.</param>
    /// <param name="scope">What its cursors belong to: the list with its filter and order.</param>
    /// <param name="read">Reads the list.</param>
    /// <param name="cancellationToken">The request has ended.</param>
    public async Task<Connection<T>> ReadAsync<T>(
        FieldContext context, string scope, Func<PageRequest, Task<Page<T>>> read, CancellationToken cancellationToken)
    {
        var connection = await StoreCalls.AskAsync(() => Connection<PageItem<T>>.ReadAsync(
            Arguments(context, scope),
            async (range, _) => (await read(new PageRequest(range.Count, range.After) { Before = range.Before, IsBackward = range.IsBackward })).Items,
            item => item.Cursor,
            key => cursors.Seal(scope, key),
            cancellationToken));
        return new Connection<T>([.. connection.Edges.Select(edge => new Edge<T>(edge.Node.Value, edge.Cursor))], connection.PageInfo);
    }

    /// <summary>The connections that a field of many parents asks for: one read for all of them. A cursor belongs to one of them alone.</summary>
    /// <param name="parents">The parents.</param>
    /// <param name="id">The id of a parent.</param>
    /// <param name="context">The field.</param>
    /// <param name="scope">What its cursors belong to, beside the parent.</param>
    /// <param name="read">Reads the lists of many.</param>
    /// <param name="cancellationToken">The request has ended.</param>
    public async Task<IReadOnlyList<Connection<T>>> ReadAsync<TParent, TId, T>(
        IReadOnlyList<TParent> parents,
        Func<TParent, TId> id,
        FieldContext context,
        string scope,
        Func<IReadOnlyCollection<TId>, PageRequest, Task<IReadOnlyDictionary<TId, Page<T>>>> read,
        CancellationToken cancellationToken)
        where TId : notnull
    {
        string ScopeOf(TParent parent) => $"{scope} of {id(parent)}";
        if (parents.Count == 1)
        {
            var only = id(parents[0]);
            return [await ReadAsync(context, ScopeOf(parents[0]), async page => (await read([only], page)).GetValueOrDefault(only, Page<T>.Empty), cancellationToken)];
        }

        var page = Arguments(context, scope);
        if (page.Count == 0)
            return [.. parents.Select(_ => new Connection<T>([], new PageInfo(HasPreviousPage: false, HasNextPage: false, StartCursor: null, EndCursor: null)))];

        return await StoreCalls.AskAsync(
            parents, id, ids => read(ids, new PageRequest(page.Count) { IsBackward = page.IsBackward }), (parent, found) => Of(found ?? Page<T>.Empty, page.IsBackward, ScopeOf(parent)));
    }

    private Connection<T> Of<T>(Page<T> page, bool isBackward, string scope)
    {
        var edges = page.Items.Select(item => new Edge<T>(item.Value, cursors.Seal(scope, item.Cursor))).ToList();
        if (isBackward)
            edges.Reverse();

        return new Connection<T>(
            edges,
            new PageInfo(
                HasPreviousPage: isBackward && page.HasNextPage,
                HasNextPage: !isBackward && page.HasNextPage,
                edges.Count > 0 ? edges[0].Cursor : null,
                edges.Count > 0 ? edges[^1].Cursor : null));
    }

    private PageArguments Arguments(FieldContext context, string scope) =>
        PageArguments.Of(context, cursors, scope, DefaultCount, Filters.MaxFirst);
}

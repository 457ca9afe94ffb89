using KnowledgeGraph.Graph.Storage;
using KnowledgeGraph.Graph.Traversal;
using KnowledgeGraph.GraphQL;

namespace KnowledgeGraph.Api;

/// <summary>Calls of the store on behalf of a field: what can go wrong is told to the client with a code.</summary>
internal static class StoreCalls
{
    public static IGraphStore Store(this FieldContext context) => context.Service<IGraphStore>();

    public static IAdjacency Adjacency(this FieldContext context) => context.Service<IAdjacency>();

    /// <summary>Asks, and says in the API's terms what the caller can act on.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (GraphStoreException exception)
        {
            throw exception.IsTransient
                ? new GraphQLException("The graph's store is busy or away; try again in a moment.", "STORE_UNAVAILABLE")
                : new GraphQLException("The graph's store refused the call; its operator finds the reason in the log.", "STORE_REFUSED");
        }
        catch (ArgumentException exception)
        {
            throw new GraphQLException(exception.Message.Split(" (Parameter")[0], "BAD_ARGUMENT");
        }
    }

    /// <summary>Asks for all parents of a level at once, and puts the answers in their order.</summary>
    public static async Task<IReadOnlyList<TValue>> AskAsync<TParent, TId, TFound, TValue>(
        IReadOnlyList<TParent> parents,
        Func<TParent, TId> id,
        Func<IReadOnlyCollection<TId>, Task<IReadOnlyDictionary<TId, TFound>>> ask,
        Func<TFound?, TValue> value)
        where TId : notnull =>
        await AskAsync(parents, id, ask, (_, found) => value(found));

    /// <inheritdoc cref="AskAsync{TParent, TId, TFound, TValue}(IReadOnlyList{TParent}, Func{TParent, TId}, Func{IReadOnlyCollection{TId}, Task{IReadOnlyDictionary{TId, TFound}}}, Func{TFound, TValue})"/>
    public static async Task<IReadOnlyList<TValue>> AskAsync<TParent, TId, TFound, TValue>(
        IReadOnlyList<TParent> parents,
        Func<TParent, TId> id,
        Func<IReadOnlyCollection<TId>, Task<IReadOnlyDictionary<TId, TFound>>> ask,
        Func<TParent, TFound?, TValue> value)
        where TId : notnull
    {
        var found = await AskAsync(() => ask([.. parents.Select(id).Distinct()]));
        return [.. parents.Select(parent => value(parent, found.GetValueOrDefault(id(parent))))];
    }
}

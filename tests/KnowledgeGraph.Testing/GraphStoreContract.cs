using KnowledgeGraph.Graph;
using KnowledgeGraph.Graph.Storage;
using Xunit;

namespace KnowledgeGraph.Testing;

/// <summary>What every <see cref="IGraphStore"/> does. A store proves it by deriving a test class from this one.</summary>
public abstract partial class GraphStoreContract : IAsyncLifetime
{
    private static readonly Entity _meng = Some.Person("孟怀瑾");
    private static readonly Entity _lu = Some.Person("陆清和");
    private static readonly Entity _tang = Some.Person("唐屿");
    private static readonly Entity _forum = Some.Event("2023江畔材料论坛");
    private static readonly Entity _hall = Some.Place("江畔会堂");
    private static readonly Entity _company = Some.Organization("澄江新材料有限公司");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The store under test. Its graph is empty when a test begins.</summary>
    protected IGraphStore Store { get; private set; } = null!;

    /// <summary>Makes a store, not yet open, with an empty graph.</summary>
    protected abstract Task<IGraphStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        Store = await CreateStoreAsync();
        await Store.OpenAsync(Cancellation);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is not null)
            await Store.DisposeAsync();

        GC.SuppressFinalize(this);
    }

    protected Task<int> WriteAsync(params DocumentGraph[] documents) => Store.WriteAsync(new GraphBatch(documents), Cancellation);

    protected Task<string> HashAsync() => GraphHash.OfAsync(Store, Cancellation);

    private async Task<IReadOnlyList<Relation>> RelationsAsync(Entity of, RelationFilter? filter = null) =>
        [.. await RelationsPageAsync(of, filter, new PageRequest(100))];

    private async Task<IEnumerable<Relation>> RelationsPageAsync(Entity of, RelationFilter? filter, PageRequest page) =>
        (await Store.ReadRelationsAsync([of.Id], filter ?? new RelationFilter(), page, Cancellation)).GetValueOrDefault(of.Id, Page<Relation>.Empty).Values;

    private async Task<Entity?> FindAsync(Entity entity) =>
        (await Store.FindEntitiesAsync([entity.Id], Cancellation)).GetValueOrDefault(entity.Id);

    private static DocumentGraph Forum(string source = "forum.txt", string header = "") =>
        Some.Document(source, header)
            .Article("江畔材料论坛开幕", "2023-05-12")
            .Saying(RelationType.Attended, _meng, _forum, "孟怀瑾、陆清和出席2023江畔材料论坛。")
            .AndThat(RelationType.Attended, _lu, _forum)
            .Saying(RelationType.LocatedIn, _forum, _hall)
            .Build();

    private static DocumentGraph Meeting(string source = "meeting.txt", string date = "2023-06-01") =>
        Some.Document(source)
            .Article("孟怀瑾会见唐屿", date)
            .Saying(RelationType.Met, _meng, _tang, "孟怀瑾会见唐屿一行。", new Qualifiers { Date = new FactDate(PartialDate.Parse(date), IsPrinted: true) })
            .Saying(
                RelationType.HoldsPosition, _tang, _company, "唐屿任澄江新材料有限公司董事长。", new Qualifiers { Title = "董事长" })
            .Build();
}

using System.Globalization;
using KnowledgeGraph.GraphQL.AspNetCore;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.Relay;
using KnowledgeGraph.GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace KnowledgeGraph.GraphQL.Clients.Tests;

/// <summary>The service that the clients talk to: a few people, and one of every kind of thing that a client can ask.</summary>
internal sealed class PeopleService : IAsyncDisposable
{
    private const string Scope = "people";

    private readonly WebApplication _application;
    private readonly Cursors _cursors = Cursors.Random();
    private readonly Dictionary<string, Person> _people =
        Enumerable.Range(1, 5).Select(number => new Person($"p{number}", $"Person {number}")).ToDictionary(person => person.Id);

    private PeopleService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.UseWebSockets();
        _application.MapGraphQL("/graphql", new GraphQLExecutor(Schema.FromSdl(File.ReadAllBytes(NodeClients.SchemaFile), Bind)));
    }

    public Uri Address => new(new Uri(_application.Urls.Single()), "/graphql");

    public static async Task<PeopleService> StartAsync()
    {
        var service = new PeopleService();
        await service._application.StartAsync(TestContext.Current.CancellationToken);
        return service;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Bind(SchemaBinder bind)
    {
        bind.Query()
            .Field("hello", (_, context) => $"hello {context.Argument<string>("name")}")
            .Field("person", (_, context) => _people.GetValueOrDefault(context.Argument<string>("id")!))
            .FieldAsync("people", (_, context, cancellationToken) => PeopleAsync(context, cancellationToken))
            .Field("numbers", _ => Enumerable.Range(0, 5))
            .Field("node", (_, context) => (object?)_people.GetValueOrDefault(context.Argument<string>("id")!))
            .Field("broken", string? (_) => throw new GraphQLException("Broken.", "BROKEN"));
        bind.Mutation().Field("rename", (_, context) => _people[context.Argument<string>("id")!] = new Person(context.Argument<string>("id")!, context.Argument<string>("name")!));
        bind.Subscription()
            .Stream("count", (context, _) => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable())
            .Stream("refused", IAsyncEnumerable<int> (_, _) => throw new GraphQLException("Not for you.", "REFUSED"));
        bind.Interface<object>("Node");
        bind.Enum<Hue>("Hue");
        bind.PageInfo().Connection<Person>("Person");
        bind.Object<Person>("Person")
            .Field("id", person => person.Id)
            .Field("name", person => person.Name)
            .Field("hue", person => person.Id == "p1" ? Hue.Red : (Hue?)null)
            .Field("friends", person => _people.Values.Where(other => other != person));
    }

    private Task<Connection<Person>> PeopleAsync(FieldContext context, CancellationToken cancellationToken) => Connection<Person>.ReadAsync(
        PageArguments.Of(context, _cursors, Scope, defaultCount: 2, maxCount: 100),
        ReadAsync,
        person => person.Id,
        key => _cursors.Seal(Scope, key),
        cancellationToken);

    private Task<IReadOnlyList<Person>> ReadAsync(ItemRange range, CancellationToken cancellationToken)
    {
        var items = _people.Values.Where(person =>
            (range.After is null || string.Compare(person.Id, range.After, CultureInfo.InvariantCulture, CompareOptions.Ordinal) > 0)
            && (range.Before is null || string.Compare(person.Id, range.Before, CultureInfo.InvariantCulture, CompareOptions.Ordinal) < 0));
        var ordered = range.IsBackward ? items.OrderByDescending(person => person.Id, StringComparer.Ordinal) : items.OrderBy(person => person.Id, StringComparer.Ordinal);
        return Task.FromResult<IReadOnlyList<Person>>([.. ordered.Take(range.Count)]);
    }

    private sealed record Person(string Id, string Name);

    private enum Hue
    {
        Red,
        Green,
    }
}

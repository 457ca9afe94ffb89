using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.ConformanceHost;

/// <summary>The schema of the benchmark, its values at hand, or to be waited for as those of a store are.</summary>
public static class BenchService
{
    private const string Sdl =
        """
        type Query { hello: String! person(id: ID!): Person people(first: Int!): [Person!]! }
        type Person { id: ID! name: String! age: Int! city: String! email: String! friends(first: Int!): [Person!]! }
        """;

    /// <summary>Values that are at hand.</summary>
    public static GraphQLExecutor Immediate() => new(Schema.FromSdl(Sdl, bind =>
    {
        bind.Query()
            .Field("hello", _ => "world")
            .Field("person", (_, context) => Find(context))
            .Field("people", (_, context) => BenchPeople.All.Take(context.Argument<int>("first")).ToArray());
        Person(bind).Field("friends", (person, context) => Friends(person, context));
    }));

    /// <summary>Values that are waited for, a call a level.</summary>
    public static GraphQLExecutor Batched() => new(Schema.FromSdl(Sdl, bind =>
    {
        bind.Query()
            .FieldAsync("hello", async Task<string> (_, _, _) => await LaterAsync("world"))
            .FieldAsync("person", async Task<BenchPerson?> (_, context, _) => await LaterAsync(Find(context)))
            .FieldAsync("people", async Task<BenchPerson[]> (_, context, _) => await LaterAsync(BenchPeople.All.Take(context.Argument<int>("first")).ToArray()));
        Person(bind).Batch("friends", async Task<IReadOnlyList<IReadOnlyList<BenchPerson>>> (people, context, _) =>
            await LaterAsync(people.Select(person => Friends(person, context)).ToArray()));
    }));

    private static ObjectBinder<BenchPerson> Person(SchemaBinder bind) => bind.Object<BenchPerson>("Person")
        .Field("id", person => person.Id)
        .Field("name", person => person.Name)
        .Field("age", person => person.Age)
        .Field("city", person => person.City)
        .Field("email", person => person.Email);

    private static BenchPerson? Find(FieldContext context) =>
        int.TryParse(context.Argument<string>("id").AsSpan(1), out var number) && number < BenchPeople.All.Count ? BenchPeople.All[number] : null;

    private static IReadOnlyList<BenchPerson> Friends(BenchPerson person, FieldContext context)
    {
        var first = context.Argument<int>("first");
        return first >= person.Friends.Count ? person.Friends : [.. person.Friends.Take(first)];
    }

    private static async Task<T> LaterAsync<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}

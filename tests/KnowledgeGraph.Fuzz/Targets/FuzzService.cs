using KnowledgeGraph.GraphQL;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.Fuzz.Targets;

/// <summary>A service with inputs of every kind.</summary>
internal static class FuzzService
{
    public static GraphQLExecutor Executor { get; } = new(
        Schema.FromSdl(
            """
            type Query { person(id: ID, filter: Filter, hues: [Hue!], at: Any, deep: [[Int]]): Person people(first: Int! = 2): [Person!]! found: [Found] }
            type Mutation { rename(name: String!): Person }
            type Subscription { renamed: Person }
            interface Node { id: ID! }
            type Person implements Node { id: ID! name: String friend: Person pet: Pet }
            type Pet implements Node { id: ID! weight: Float isTame: Boolean! }
            union Found = Person | Pet
            enum Hue { RED GREEN }
            scalar Any
            input Filter { city: String = "x" ages: [Int!] weight: Float by: By and: Filter any: Any }
            input By @oneOf { id: ID name: String filter: Filter }
            """,
            Bind),
        new GraphQLOptions { MaxCachedDocuments = 1, MaxPersistedQueries = 1 });

    private static void Bind(SchemaBinder bind)
    {
        bind.Query().Field("person", _ => new Person("1")).Field("people", _ => new[] { new Person("1"), new Person("2") }).Field("found", _ => new object?[] { new Person("1"), null, new Pet("2") });
        bind.Mutation().Field("rename", _ => new Person("1"));
        bind.Subscription().Stream("renamed", (_, _) => AsyncEnumerable.Empty<Person>());
        bind.Interface<object>("Node");
        bind.Object<Person>("Person").Field("id", person => person.Id).Field("name", _ => (string?)null).Field("friend", person => person).Field("pet", _ => new Pet("1"));
        bind.Object<Pet>("Pet").Field("id", pet => pet.Id).Field("weight", _ => 1.5).Field("isTame", bool? (_) => null);
    }

    /// <summary>Whether every answer is one JSON object.</summary>
    public static void Answer(GraphQLRequest request)
    {
        using var response = Executor.ExecuteAsync(request, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        var reader = new System.Text.Json.Utf8JsonReader(response.Json.Span, new System.Text.Json.JsonReaderOptions { MaxDepth = 1_000 });
        while (reader.Read())
        {
        }

        if (response.ToString().Contains("Internal error", StringComparison.Ordinal))
            throw new InvalidOperationException("The answer is an internal error.");
    }

    private sealed record Person(string Id);

    private sealed record Pet(string Id);
}

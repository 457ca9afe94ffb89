using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeGraph.GraphQL.ConformanceHost;

/// <summary>What the benchmark's operations would cost without GraphQL: endpoints written by hand, each for one operation.</summary>
public static class HandCoded
{
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Maps <c>POST /hand-coded/NAME</c> for each operation. The request is read and its text ignored.</summary>
    public static void MapHandCoded(this IEndpointRouteBuilder endpoints)
    {
        Map(endpoints, "hello", writer => writer.WriteString("hello"u8, "world"u8));
        Map(endpoints, "one", writer =>
        {
            writer.WriteStartObject("person"u8);
            WriteNamed(writer, BenchPeople.All[7]);
            WriteFriends(writer, BenchPeople.All[7], depth: 1);
            writer.WriteEndObject();
        });
        Map(endpoints, "deep", writer =>
        {
            writer.WriteStartArray("people"u8);
            for (var i = 0; i < 50; i++)
            {
                writer.WriteStartObject();
                WriteNamed(writer, BenchPeople.All[i]);
                WriteFriends(writer, BenchPeople.All[i], depth: 2);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        Map(endpoints, "list", writer =>
        {
            writer.WriteStartArray("people"u8);
            foreach (var person in BenchPeople.All)
            {
                writer.WriteStartObject();
                WriteNamed(writer, person);
                writer.WriteNumber("age"u8, person.Age);
                writer.WriteString("city"u8, person.City);
                writer.WriteString("email"u8, person.Email);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    private static void Map(IEndpointRouteBuilder endpoints, string name, Action<Utf8JsonWriter> write) =>
        endpoints.MapPost($"/hand-coded/{name}", async context =>
        {
            while (true)
            {
                var read = await context.Request.BodyReader.ReadAsync(context.RequestAborted);
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }

            context.Response.ContentType = "application/json; charset=utf-8";
            await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, _json);
            writer.WriteStartObject();
            writer.WriteStartObject("data"u8);
            write(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void WriteNamed(Utf8JsonWriter writer, BenchPerson person)
    {
        writer.WriteString("id"u8, person.Id);
        writer.WriteString("name"u8, person.Name);
    }

    private static void WriteFriends(Utf8JsonWriter writer, BenchPerson person, int depth)
    {
        writer.WriteStartArray("friends"u8);
        foreach (var friend in person.Friends)
        {
            writer.WriteStartObject();
            WriteNamed(writer, friend);
            if (depth > 1)
                WriteFriends(writer, friend, depth - 1);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

using System.Collections;
using System.Text;
using System.Text.Json;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.Differential;

/// <summary>A service on any schema whose values are chosen by a hash of where they are; <c>peer.mjs</c> chooses the same.</summary>
/// <remarks>
/// Among them are nulls where none may be, fields that fail, leaves of the wrong kind and objects of no type. A string field with
/// arguments tells what they were coerced to.
/// </remarks>
internal static class SeededService
{
    public const string ArgumentsPrefix = "arguments:";

    public static Thing Root { get; } = new(1, "");

    public static void Bind(SchemaBinder bind, Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.IsIntrospectionType))
        {
            switch (type)
            {
                case ObjectType @object when @object == schema.SubscriptionType:
                    foreach (var field in @object.Fields)
                        bind.Subscription().Stream(field.Name, (_, _) => AsyncEnumerable.Empty<object?>());
                    break;
                case ObjectType @object:
                    var fields = bind.Object<Thing>(@object.Name);
                    foreach (var field in @object.Fields)
                        fields.Field(field.Name, (parent, context) => Resolve(schema, field, parent, context));
                    break;
                case InterfaceType @interface:
                    bind.Interface<Thing>(@interface.Name).ResolveType(value => value.Type);
                    break;
                case UnionType union:
                    bind.Union<Thing>(union.Name).ResolveType(value => value.Type);
                    break;
            }
        }
    }

    private static object? Resolve(Schema schema, FieldDefinition field, Thing parent, FieldContext context)
    {
        var hash = Mix(parent.Seed, field.Name);
        if (hash % 19 == 0)
            throw new GraphQLException("Failed.");

        return field.Arguments.Count > 0 && field.Type.Nullable is ScalarType { Name: "String" } ? ArgumentsOf(context) : ValueOf(schema, field.Type, hash);
    }

    private static object? ValueOf(Schema schema, GraphQLType type, uint hash)
    {
        if (hash % (type.IsNonNull ? 23u : 9u) == 0)
            return null;

        return type.Nullable switch
        {
            ListType list => Enumerable.Range(0, (int)((hash >> 8) % 4)).Select(i => ValueOf(schema, list.ElementType, Mix(hash, i.ToString()))).ToArray(),
            ObjectType @object => new Thing(hash, @object.Name),
            CompositeType @abstract => new Thing(hash, PossibleTypeOf(schema, @abstract, hash)),
            var leaf => LeafOf(leaf, hash),
        };
    }

    private static string PossibleTypeOf(Schema schema, CompositeType type, uint hash)
    {
        var names = schema.PossibleTypes(type).Select(possible => possible.Name).Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 || (hash >> 4) % 31 == 0 ? "Nope" : names[(hash >> 16) % names.Length];
    }

    private static object LeafOf(GraphQLType type, uint hash)
    {
        var isWrong = (hash >> 4) % 29 == 0;
        var number = (int)(hash >> 16);
        if (type is EnumType @enum)
            return isWrong ? "NOPE" : @enum.Values[number % @enum.Values.Count].Name;

        return type.Named.Name switch
        {
            "Int" => isWrong ? "wrong" : number % 1000 - 500,
            "Float" => isWrong ? "wrong" : number % 1000 / 8d,
            "Boolean" => isWrong ? "wrong" : number % 2 == 0,
            "String" => $"s{number % 100}",
            "ID" => $"id{number % 100}",
            _ => number % 2 == 0 ? "any" : 7,
        };
    }

    private static string ArgumentsOf(FieldContext context)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var argument in context.Field.Arguments.Where(argument => context.HasArgument(argument.Name)))
            {
                writer.WritePropertyName(argument.Name);
                Write(context.Argument<object>(argument.Name), writer);
            }

            writer.WriteEndObject();
        }

        return ArgumentsPrefix + Encoding.UTF8.GetString(json.ToArray());
    }

    private static void Write(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case InputObject { Fields: var fields }:
                WriteFields(fields, writer);
                break;
            case IReadOnlyDictionary<string, object?> fields:
                WriteFields(fields, writer);
                break;
            case string:
                JsonSerializer.Serialize(writer, value);
                break;
            case double number when !double.IsFinite(number):
                writer.WriteNullValue();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            default:
                JsonSerializer.Serialize(writer, value);
                break;
        }
    }

    private static void WriteFields(IReadOnlyDictionary<string, object?> fields, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, field) in fields)
        {
            writer.WritePropertyName(name);
            Write(field, writer);
        }

        writer.WriteEndObject();
    }

    private static uint Mix(uint seed, string text)
    {
        var hash = seed;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619;
        hash = (hash ^ (hash >> 15)) * 0x2c1b3c6d;
        return hash ^ (hash >> 12);
    }

    /// <summary>An object of the service: where it is, and its type.</summary>
    internal sealed record Thing(uint Seed, string Type);
}

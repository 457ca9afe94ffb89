using System.Collections.Concurrent;
using KnowledgeGraph.GraphQL.Binding;
using KnowledgeGraph.GraphQL.TypeSystem;

namespace KnowledgeGraph.GraphQL.ConformanceHost;

/// <summary>A service on any schema that answers every field with the value that the conformance cases expect.</summary>
/// <remarks>
/// Int 2, Float 3.14, String and custom scalars "str", Boolean true, ID "id"; an enum its first value; a list two items; a union its
/// first member by name, an interface its last implementing type by name. Nothing is null.
/// </remarks>
public static class MockService
{
    private const string IncrementalDirectives = """

        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        """;

    private static readonly ConcurrentDictionary<string, GraphQLExecutor> _services = new(StringComparer.Ordinal);

    public static GraphQLExecutor For(string sdl) => _services.GetOrAdd(sdl, text =>
    {
        var complete = Schema.FromSdl(text).FindDirective("defer") is null ? text + IncrementalDirectives : text;
        var schema = Schema.FromSdl(complete);
        return new GraphQLExecutor(Schema.FromSdl(complete, bind => Bind(bind, schema)));
    });

    private static void Bind(SchemaBinder bind, Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.IsIntrospectionType))
        {
            switch (type)
            {
                case ObjectType @object:
                    var fields = bind.Object<object>(@object.Name);
                    foreach (var field in @object.Fields)
                    {
                        var value = ValueOf(field.Type, schema);
                        fields.Field(field.Name, _ => value);
                    }

                    break;
                case InterfaceType @interface:
                    bind.Interface<object>(@interface.Name).ResolveType(value => ((Thing)value).Type);
                    break;
                case UnionType union:
                    bind.Union<object>(union.Name).ResolveType(value => ((Thing)value).Type);
                    break;
            }
        }
    }

    private static object ValueOf(GraphQLType type, Schema schema) => type.Nullable switch
    {
        ListType list => Enumerable.Repeat(ValueOf(list.ElementType, schema), 2).ToArray(),
        EnumType @enum => @enum.Values[0].Name,
        ObjectType @object => new Thing(@object.Name),
        UnionType union => new Thing(union.Members.Select(member => member.Name).Min(StringComparer.Ordinal)!),
        InterfaceType @interface => new Thing(schema.PossibleTypes(@interface).Select(possible => possible.Name).Max(StringComparer.Ordinal)!),
        { } scalar => scalar.Named.Name switch
        {
            "Int" => 2,
            "Float" => 3.14,
            "Boolean" => true,
            "ID" => "id",
            _ => "str",
        },
    };

    private sealed record Thing(string Type);
}

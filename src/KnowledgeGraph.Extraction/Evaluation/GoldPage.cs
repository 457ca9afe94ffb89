using System.Text.Json;
using KnowledgeGraph.Graph;

namespace KnowledgeGraph.Extraction.Evaluation;

/// <summary>What a careful annotator found on a page, as the annotation guidelines write it down.</summary>
public sealed record GoldPage(IReadOnlyList<GoldEntity> Entities, IReadOnlyList<GoldRelation> Relations)
{
    /// <exception cref="FormatException">The file is not in the format of the guidelines.</exception>
    public static GoldPage Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            GoldEntity[] entities = [.. root.GetProperty("entities").EnumerateArray().Select(Entity)];
            var byName = entities.Select((entity, i) => (Name: Form.Of(entity.Name), i)).GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => group.Last().i, StringComparer.Ordinal);
            return new GoldPage(entities, [.. root.GetProperty("relations").EnumerateArray().Select(relation => Relation(relation, byName))]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The gold file is not in the format of the annotation guidelines: {exception.Message}", exception);
        }
    }

    private static GoldEntity Entity(JsonElement entity) => new(
        Text(entity, "name"),
        [.. entity.GetProperty("types").EnumerateArray().Select(type => Enum.TryParse<EntityType>(type.GetString(), out var known) ? known : throw new FormatException($"There is no type of entity '{type}'."))],
        entity.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(alias => alias.GetString() ?? "")] : [],
        IsOptional(entity));

    private static GoldRelation Relation(JsonElement relation, Dictionary<string, int> byName)
    {
        var name = Text(relation, "type");
        var definition = Ontology.Relations.FirstOrDefault(definition => definition.Name == name) ?? throw new FormatException($"There is no type of relation '{name}'.");
        return new GoldRelation(definition.Type, End("head"), End("tail"), relation.TryGetProperty("title", out var title) ? title.GetString() : null, IsOptional(relation));

        int End(string end) => byName.TryGetValue(Form.Of(Text(relation, end)), out var index)
            ? index
            : throw new FormatException($"The {end} '{Text(relation, end)}' of a relation is no entity of the gold file.");
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    private static bool IsOptional(JsonElement element) => element.TryGetProperty("optional", out var optional) && optional.ValueKind == JsonValueKind.True;
}

/// <summary>One thing that the page names.</summary>
/// <param name="Name">Its fullest form.</param>
/// <param name="Types">The accepted types, best first.</param>
/// <param name="Aliases">Its other forms.</param>
/// <param name="Optional">Whether it may be left out.</param>
public sealed record GoldEntity(string Name, IReadOnlyList<EntityType> Types, IReadOnlyList<string> Aliases, bool Optional);

/// <summary>One relation; its ends are places in <see cref="GoldPage.Entities"/>.</summary>
public sealed record GoldRelation(RelationType Type, int Head, int Tail, string? Title, bool Optional);

namespace KnowledgeGraph.GraphQL.Execution;

/// <summary>Writes errors as section 7.1.6 of the specification asks.</summary>
internal static class ErrorWriter
{
    /// <summary>Writes the member of a response, or nothing when there is none.</summary>
    public static void WriteNext(IReadOnlyList<GraphQLError> errors, ResponseWriter writer)
    {
        if (errors.Count == 0)
            return;

        writer.Byte((byte)',');
        Write(errors, writer);
    }

    public static void Write(IReadOnlyList<GraphQLError> errors, ResponseWriter writer)
    {
        writer.Raw("\"errors\":["u8);
        for (var i = 0; i < errors.Count; i++)
        {
            if (i > 0)
                writer.Byte((byte)',');
            Write(errors[i], writer);
        }

        writer.Byte((byte)']');
    }

    private static void Write(GraphQLError error, ResponseWriter writer)
    {
        writer.Raw("{\"message\":"u8);
        writer.String(error.Message);
        WriteLocations(error.Locations, writer);
        if (error.Path is { } path)
            WritePath(",\"path\":"u8, path, writer);
        if (error.Code is { } code)
        {
            writer.Raw(",\"extensions\":{\"code\":"u8);
            writer.String(code);
            writer.Byte((byte)'}');
        }

        writer.Byte((byte)'}');
    }

    private static void WriteLocations(IReadOnlyList<Location> locations, ResponseWriter writer)
    {
        for (var i = 0; i < locations.Count; i++)
        {
            writer.Raw(i == 0 ? ",\"locations\":[{\"line\":"u8 : ",{\"line\":"u8);
            writer.Int64(locations[i].Line);
            writer.Raw(",\"column\":"u8);
            writer.Int64(locations[i].Column);
            writer.Byte((byte)'}');
        }

        if (locations.Count > 0)
            writer.Byte((byte)']');
    }

    public static void WritePath(ReadOnlySpan<byte> key, IReadOnlyList<object> path, ResponseWriter writer)
    {
        writer.Raw(key);
        writer.Byte((byte)'[');
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
                writer.Byte((byte)',');
            if (path[i] is int index)
                writer.Int64(index);
            else
                writer.String((string)path[i]);
        }

        writer.Byte((byte)']');
    }
}

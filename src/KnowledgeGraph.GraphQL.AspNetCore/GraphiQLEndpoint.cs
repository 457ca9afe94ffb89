using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeGraph.GraphQL.AspNetCore;

/// <summary>Serves GraphiQL, the editor for queries, from this assembly: nothing is loaded from elsewhere.</summary>
public static class GraphiQLEndpoint
{
    private const string Prefix = "GraphiQL/";
    private const string HowToGetIt = "GraphiQL is not in this build: install Node.js with npm and build again.";

    private static readonly Assembly _assembly = typeof(GraphiQLEndpoint).Assembly;

    /// <summary>Serves the page at <paramref name="pattern"/>. It asks <paramref name="endpoint"/>; <c>?query=</c> opens a query in it.</summary>
    public static IEndpointConventionBuilder MapGraphiQL(this IEndpointRouteBuilder endpoints, string pattern, string endpoint)
    {
        var group = endpoints.MapGroup(pattern);
        var page = Page(pattern.TrimEnd('/'), endpoint);
        group.MapGet("", () => page is null
            ? Results.Text(HowToGetIt, statusCode: StatusCodes.Status501NotImplemented)
            : Results.Text(page, "text/html; charset=utf-8"));
        group.MapGet("{file}", (string file, HttpContext context) =>
        {
            if (ContentType(file) is not { } contentType || _assembly.GetManifestResourceStream(Prefix + file) is not { } stream)
                return Results.NotFound();

            context.Response.Headers.CacheControl = "public, max-age=86400";
            return Results.Stream(stream, contentType);
        });
        return group;
    }

    private static string? Page(string path, string endpoint)
    {
        if (_assembly.GetManifestResourceInfo(Prefix + "graphiql.min.js") is null)
            return null;

        using var reader = new StreamReader(_assembly.GetManifestResourceStream(Prefix + "index.html")!);
        return reader.ReadToEnd().Replace("{{path}}", path, StringComparison.Ordinal).Replace("{{endpoint}}", endpoint, StringComparison.Ordinal);
    }

    private static string? ContentType(string file) => Path.GetExtension(file) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => null,
    };
}

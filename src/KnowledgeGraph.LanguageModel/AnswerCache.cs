using System.Security.Cryptography;
using System.Text;

namespace KnowledgeGraph.LanguageModel;

/// <summary>Keeps answers in files, by a hash of the model, the question and the article.</summary>
internal sealed class AnswerCache(LanguageModelSettings settings)
{
    public async Task<string?> FindAsync(string article, CancellationToken cancellationToken)
    {
        var path = PathOf(article);
        return path is not null && File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;
    }

    /// <summary>Keeps an answer; a cache that cannot be written is none.</summary>
    public async Task KeepAsync(string article, string answer, CancellationToken cancellationToken)
    {
        if (PathOf(article) is not { } path)
            return;

        try
        {
            settings.Cache!.Create();
            var part = $"{path}.{Path.GetRandomFileName()}";
            await File.WriteAllTextAsync(part, answer, cancellationToken);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The answer is used all the same.
        }
    }

    private string? PathOf(string article) => settings.Cache is { } folder
        ? Path.Combine(folder.FullName, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Question.Version}\n{settings.Model}\n{article}"))) + ".json")
        : null;
}

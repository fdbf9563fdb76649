using System.IO.Compression;
using System.Xml.Linq;
using Semel.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFixture))]

namespace Semel.Package.Tests;

/// <summary>Packs the packages once, into a feed of its own, under a version that no cache can know.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    public string Folder { get; } = Directory.CreateTempSubdirectory("semel-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public async ValueTask InitializeAsync()
    {
        await PackAsync("src/Runtime/Semel.csproj");
        await PackAsync("src/Testing/Semel.Testing.csproj");
        await PackAsync("src/PostgreSql/Semel.PostgreSql.csproj");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in new[] { "semel", "semel.testing", "semel.postgresql" })
        {
            var cached = Path.Combine(packages, package, Version);
            if (Directory.Exists(cached)) Directory.Delete(cached, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder with a project that uses the package and nothing else; of a document where one is named.</summary>
    public string Consumer(string name, string package, string? document, params string[] sources)
    {
        var additional = document is null ? "" : $"""<AdditionalFiles Include="{document}" />""";
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        foreach (var source in sources) File.Copy(Path.Combine(AppContext.BaseDirectory, "Consumers", source), Path.Combine(folder, Path.GetFileNameWithoutExtension(source)));
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <WarningLevel>9999</WarningLevel>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{Version}" />
                {additional}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="semel-test" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    public IReadOnlyList<string> Entries(string package)
    {
        using var archive = Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    public string Text(string package, string entry)
    {
        using var archive = Open(package);
        using var reader = new StreamReader(archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The package's own description of itself, the nuspec.</summary>
    public XDocument Description(string package)
    {
        using var archive = Open(package);
        using var nuspec = archive.GetEntry($"{package}.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));

    private async Task PackAsync(string project)
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        var (exitCode, output) = await Command.RunAsync(Repository.Root, "dotnet", "pack", project, "--no-build", "-c", configuration, "-o", Feed, $"-p:Version={Version}", "--nologo");
        Assert.True(exitCode == 0, output);
    }
}

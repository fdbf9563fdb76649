using System.IO.Compression;
using Semel.Package.Tests;

[assembly: AssemblyFixture(typeof(PackageFixture))]

namespace Semel.Package.Tests;

/// <summary>Packs the package once, into a feed of its own, under a version that no cache can know.</summary>
public sealed class PackageFixture : IAsyncLifetime
{
    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    public string Folder { get; } = Directory.CreateTempSubdirectory("semel-package-").FullName;

    public string Feed => Path.Combine(Folder, "feed");

    public string Package => Path.Combine(Feed, $"Semel.{Version}.nupkg");

    public async ValueTask InitializeAsync()
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        var (exitCode, output) = await Command.RunAsync(Repository.Root, "dotnet", "pack", "src/Runtime/Semel.csproj", "--no-build", "-c", configuration, "-o", Feed, $"-p:Version={Version}", "--nologo");
        Assert.True(exitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var cached = Path.Combine(packages, "semel", Version);
        if (Directory.Exists(cached)) Directory.Delete(cached, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder with a project that uses the package and nothing else.</summary>
    public string Consumer(string name, string document, params string[] sources)
    {
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
                <PackageReference Include="Semel" Version="{Version}" />
                <AdditionalFiles Include="{document}" />
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

    public IReadOnlyList<string> Entries()
    {
        using var archive = ZipFile.OpenRead(Package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }
}

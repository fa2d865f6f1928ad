console.log(`well, ${process.version}`);
